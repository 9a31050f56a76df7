"""Commands over many machines: run, status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.common import (
    EXIT_CODES,
    INTERRUPTED,
    NOTHING,
    SET_ASIDE,
    count,
    encoding_option,
    gazetteers_option,
    input_format_option,
    say,
    time_limit_option,
)
from extractor.errors import ClusterError

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.cluster.run import Progress


class _Cluster(click.Group):
    """Says how to install what these commands stand on, where it is not."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        try:
            return super().invoke(ctx)
        except ModuleNotFoundError as error:
            missing = (error.name or "a library").partition(".")[0]
            raise ClusterError(f"{missing} is not installed", remedy="pip install '.[cluster]'") from error


@click.group(cls=_Cluster, epilog=EXIT_CODES)
def cluster() -> None:
    """Extract from many articles on many machines, or on the cores of one."""


def _pairs(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    pairs = dict(pair.lstrip("-").partition("=")[::2] for pair in given)
    if "" in pairs:
        raise click.BadParameter("give it as KEY=VALUE")
    return pairs


@cluster.command(epilog=EXIT_CODES)
@click.argument("input_", metavar="INPUT")
@click.argument("output", metavar="OUTPUT")
@click.option(
    "--executor", type=click.Choice(["local", "slurm", "ray"]), default="local", show_default=True, help="What runs it."
)
@click.option("--tasks", type=click.IntRange(1), required=True, metavar="N", help="Into how many shards the work is cut.")
@click.option(
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    help="How many tasks run at a time.  [default: one a core; on a cluster all]",
)
@click.option(
    "--format", "shards", type=click.Choice(["jsonl", "jsonl.gz", "parquet"]), default="jsonl.gz", show_default=True,
    help="Of the shards.",
)  # fmt: skip
@input_format_option
@encoding_option
@gazetteers_option
@time_limit_option
@click.option("--memory", type=click.IntRange(1), default=2, show_default=True, metavar="GB", help="For each task (Slurm, Ray).")
@click.option("--ray-address", default="auto", show_default=True, metavar="ADDRESS", help="The Ray cluster's head.")
@click.option("--partition", default="", metavar="NAME", help="Slurm's partition; asked for with --executor slurm.")
@click.option("--time", default="24:00:00", show_default=True, metavar="TIME", help="Slurm's limit for a task.")
@click.option("--max-array", type=click.IntRange(1), default=1001, show_default=True, metavar="N", help="Tasks in a Slurm array.")
@click.option(
    "--sbatch", multiple=True, callback=_pairs, metavar="KEY=VALUE", help="Another option for sbatch. May be given again."
)
@click.option("--environment", default="", metavar="FILE", help="What a Slurm task sources first.  [default: this venv]")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary; errors are still told.")
def run(
    *,
    input_: str,
    output: str,
    executor: str,
    tasks: int,
    workers: int | None,
    shards: Any,  # noqa: ANN401 - one of the choices
    form: Any,  # noqa: ANN401 - one of the choices
    encoding: str | None,
    gazetteers: tuple[Path, ...],
    time_limit: float,
    memory: int,
    ray_address: str,
    partition: str,
    time: str,
    max_array: int,
    sbatch: dict[str, str],
    environment: str,
    quiet: bool,
) -> None:
    """Extract a record from each article of INPUT into shards below the folder OUTPUT.

    INPUT is a file, a folder or a pattern, OUTPUT a folder; both may be URLs that fsspec knows, as s3://… with s3fs installed.
    Read is what extract reads, and Parquet with a row for each article. Records go to OUTPUT/records, what was set aside to
    OUTPUT/rejects. The same command again does only what is missing.
    """
    from extractor.cluster import executors  # noqa: PLC0415 - loaded when needed, as are those below
    from extractor.cluster.plan import Settings  # noqa: PLC0415
    from extractor.cluster.run import check, plan  # noqa: PLC0415

    if executor == "slurm" and not partition:
        raise click.UsageError("--executor slurm needs --partition")
    executors.keep_quiet()
    own = tuple(map(str, gazetteers))
    settings, complete = plan(Settings(input_, output, tasks, shards, form, encoding, own, seconds=time_limit))
    if complete and not quiet:
        say(f"{complete:,} of {count(tasks, 'task')} are complete already")
    problems: dict[int, str] = {}
    machines = executors.Machines(
        workers or (min(executors.cores(), tasks) if executor == "local" else tasks),
        memory,
        ray_address,
        partition,
        time,
        max_array,
        sbatch,
        environment,
    )
    if executor == "slurm":
        job = executors.on_slurm(settings, machines).submit()
        if job is not None:
            say(f"submitted as Slurm job {job}; extractor cluster status {output} tells how far it is")
            return
    elif complete < tasks:
        runner = executors.local(settings, machines) if executor == "local" else executors.on_ray(settings, machines)
        executors.keep_quiet()
        try:
            for done in runner.each():
                complete += done.problem is None
                if done.problem is not None:
                    problems[done.rank] = done.problem
                    say(f"task {done.rank}: {done.problem}")
                elif not quiet:
                    say(f"{complete:,} of {count(tasks, 'task')} complete")
        except KeyboardInterrupt:
            say("interrupted; complete tasks are kept, and the same command goes on")
            sys.exit(INTERRUPTED)
    _end(check(settings, problems), output, quiet=quiet)


def _end(progress: Progress, output: str, *, quiet: bool) -> None:
    if not quiet:
        say(_told(progress, output))
    if progress.set_aside:
        sys.exit(SET_ASIDE if progress.articles else NOTHING)


def _told(progress: Progress, output: str) -> str:
    return (
        f"{count(progress.articles, 'article')}, {count(progress.conferrals, 'conferral')}, "
        f"{count(progress.people, 'person', 'people')}, {progress.set_aside:,} set aside"
        + (f" (see {output}/rejects)" if progress.set_aside else "")
    )


@cluster.command(epilog=EXIT_CODES)
@click.argument("output", metavar="OUTPUT")
def status(*, output: str) -> None:
    """Tell how far the run in the folder OUTPUT has come, and what its complete tasks have found."""
    from extractor.cluster.run import progress_of, started  # noqa: PLC0415 - loaded when needed

    progress = progress_of(started(output))
    click.echo(f"{progress.complete:,} of {count(progress.tasks, 'task')} complete: {_told(progress, output)}")
