"""Extraction on many machines: a datatrove pipeline whose tasks each read, extract and write a share of the articles.

read ([reading.py](reading.py)) → extract ([extracting.py](extracting.py)) → write ([writing.py](writing.py))

A run is planned once ([plan.py](plan.py)): which task reads which lines of which files, kept beside the output so that a later
run of the same command does the same, and only what is missing. [executors.py](executors.py) carries it out: on the cores of this
machine, as a Slurm job array, or on a Ray cluster. Paths are whatever fsspec reaches: local ones, `s3://`, `gs://`, `hdfs://` …

The package needs the extra `cluster`. Its steps are datatrove's own kind and can stand in other pipelines.
"""
