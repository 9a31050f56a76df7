"""What `mypyc_build` prepares before it compiles."""
