"""Carries a planned run out: on the cores of this machine, as a Slurm job array, or on a Ray cluster.

The executors are datatrove's; what they do with a task is theirs too (its log, its statistics, its completion mark). How tasks
are handed out is changed where a lost process or machine would have made datatrove 0.10 wait without end.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import subprocess
import sys
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import redirect_stderr
from copy import deepcopy
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, Any

from datatrove.executor.local import LocalPipelineExecutor
from datatrove.executor.ray import RayPipelineExecutor
from datatrove.executor.slurm import SlurmPipelineExecutor
from loguru import logger

from extractor.cluster.extracting import ExtractRecords
from extractor.cluster.reading import ReadArticles
from extractor.cluster.writing import WriteShards
from extractor.errors import ClusterError, ExtractorError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from datatrove.pipeline.base import PipelineStep

    from extractor.cluster.plan import Settings

_ATTEMPTS = 4  # at a task whose machine or process is lost, before it is left to the next run


def steps(settings: Settings) -> list[PipelineStep]:
    """The pipeline of a planned run."""
    asked = {"digest": settings.gazetteers_digest, "version": settings.extractor}
    extracting = ExtractRecords(settings.gazetteers, seconds=settings.seconds, **asked)
    return [ReadArticles(settings), extracting, WriteShards(settings)]


@dataclass(frozen=True, slots=True)
class Done:
    """A task that has ended: its number, and what went wrong if anything did."""

    rank: int
    problem: str | None = None


class _HandingOut:
    """What the executors that wait for their tasks have in common."""

    def completed(self, rank: int) -> Done:
        """Do the task, unless it is complete; whatever breaks is told in the answer, which can travel between processes."""
        try:
            with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stderr(nowhere):  # noqa: PTH123 - no path of ours
                self._run_for_rank(rank)  # type: ignore[attr-defined] # datatrove's, which logs to standard error besides its file
        except ExtractorError as error:
            return Done(rank, str(error))
        except Exception as error:  # noqa: BLE001 - the others go on
            return Done(rank, f"{type(error).__name__}: {error}".splitlines()[0])
        return Done(rank)


class Local(LocalPipelineExecutor, _HandingOut):  # type: ignore[misc] # datatrove has no types
    """Runs the tasks in processes of this machine."""

    def each(self) -> Iterator[Done]:
        """Run the tasks that are not complete; each is told as it ends.

        Raises:
            ClusterError: the system killed a process, as a rule for want of memory.
        """
        self.save_executor_as_json()
        ranks = self.get_incomplete_ranks()
        if self.workers == 1:
            for rank in ranks:  # each has a pipeline of its own, for steps gather statistics
                yield deepcopy(self).completed(rank)
            return
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if "forkserver" in methods:
            context.set_forkserver_preload([__name__, "extractor.run.preload"])
        with ProcessPoolExecutor(min(self.workers, max(len(ranks), 1)), context, initializer=_follow) as pool:
            waiting = [pool.submit(self.completed, rank) for rank in ranks]
            try:
                for future in as_completed(waiting):
                    yield future.result()
            except BrokenProcessPool as error:
                told = "a process was killed by the system, perhaps for want of memory"
                raise ClusterError(told, remedy="run the command again, with fewer --workers") from error
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def _follow() -> None:
    """Have this process end with the one that began it, should that be killed."""
    parent = multiprocessing.parent_process()

    def follow() -> None:
        if parent is not None:
            wait([parent.sentinel])
            os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


class Ray(RayPipelineExecutor, _HandingOut):  # type: ignore[misc] # datatrove has no types
    """Runs the tasks on the Ray cluster that this process has joined.

    Each is one Ray task, which Ray starts again elsewhere when its machine or process is lost.
    """

    def each(self) -> Iterator[Done]:
        """Run the tasks that are not complete; each is told as it ends."""
        import ray  # noqa: PLC0415 - takes a while to load

        self.save_executor_as_json()
        executor = ray.put(self)
        memory = int(self.mem_per_cpu_gb * 2**30)
        options = {"num_cpus": self.cpus_per_task, "memory": memory, "scheduling_strategy": "SPREAD"}
        run = ray.remote(max_retries=_ATTEMPTS - 1, **options)(_completed)
        ranks = deque(self.get_incomplete_ranks())
        running: dict[Any, int] = {}
        while ranks or running:
            while ranks and len(running) < self.workers:
                rank = ranks.popleft()
                running[run.remote(executor, rank)] = rank
            for reference in ray.wait(list(running))[0]:
                rank = running.pop(reference)
                try:
                    yield ray.get(reference)
                except ray.exceptions.RayError as error:
                    said = [type(error).__name__, *str(error).strip().splitlines()][-1]
                    yield Done(rank, f"lost {_ATTEMPTS} times, or not begun at all ({said})")


def _completed(executor: Ray, rank: int) -> Done:
    return executor.completed(rank)


class Slurm(SlurmPipelineExecutor):  # type: ignore[misc] # datatrove has no types
    """Writes the batch script of a job array, an element a task, and submits it."""

    def submit(self) -> str | None:
        """Submit the tasks that are not complete.

        Returns:
            The job's id; None if all tasks are complete.

        Raises:
            ClusterError: Slurm is not on this machine, or does not take the job; the script is written all the same.
        """
        script = self.logging_dir.resolve_paths("launch_script.slurm")
        try:
            self.run()
        except FileNotFoundError as error:
            if error.filename != "sbatch":
                raise
            told = f"sbatch is not on this machine; the script is written to {script}"
            raise ClusterError(told, remedy="run the command on a machine that submits to Slurm") from error
        except subprocess.CalledProcessError as error:
            told = f"sbatch refused {script} (exit code {error.returncode}; it tells why above)"
            raise ClusterError(told, remedy="give other options and run the command again") from error
        return None if self.job_id in {None, -1} else str(self.job_id)


@dataclass(frozen=True, slots=True)
class Machines:
    """What a task gets, and what the cluster asks for.

    `workers` is how many tasks run at a time; `memory` in GB a task. `ray` is the cluster's address; the others are Slurm's:
    `partition`, `time` (as sbatch takes it), `max_array` (tasks that it
    takes in one array), `sbatch` (any other options), `environment` (a script that every task sources).
    """

    workers: int
    memory: int = 2
    ray: str = "auto"
    partition: str = ""
    time: str = "24:00:00"
    max_array: int = 1001
    sbatch: dict[str, str] = field(default_factory=dict)
    environment: str = ""


def local(settings: Settings, machines: Machines) -> Local:
    """The executor for the cores of this machine."""
    return Local(steps(settings), settings.tasks, machines.workers, settings.run_folder)


def on_ray(settings: Settings, machines: Machines) -> Ray:
    """The executor for a Ray cluster, which this process joins.

    Raises:
        ClusterError: no cluster answers.
    """
    import ray  # noqa: PLC0415 - takes a while to load

    if not ray.is_initialized():
        try:
            ray.init(address=machines.ray, log_to_driver=False, logging_level=logging.ERROR)
        except ConnectionError as error:
            told = f"no Ray cluster is at {machines.ray!r}"
            raise ClusterError(told, remedy="start one with `ray start --head`, or name it with --ray-address") from error
    return Ray(steps(settings), settings.tasks, machines.workers, logging_dir=settings.run_folder, mem_per_cpu_gb=machines.memory)


def on_slurm(settings: Settings, machines: Machines) -> Slurm:
    """The executor for a Slurm cluster; its tasks run in this Python environment, which every machine must reach."""
    return Slurm(
        steps(settings),
        settings.tasks,
        time=machines.time,
        partition=machines.partition,
        mem_per_cpu_gb=machines.memory,
        workers=machines.workers,
        job_name="thai-awards",
        qos="",
        venv_path=machines.environment or _environment(),
        sbatch_args=machines.sbatch,
        max_array_size=machines.max_array,
        logging_dir=settings.run_folder,
    )


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _environment() -> str | None:
    script = Path(sys.prefix, "bin", "activate")
    return str(script) if script.is_file() else None


def keep_quiet() -> None:
    """Keep datatrove's log off the screen; each task's own log is written all the same."""
    logger.remove()
