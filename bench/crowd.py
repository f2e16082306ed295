"""Votes beyond memory: `python -m bench.crowd [people] [statements] [density]`.

Unless told otherwise 2,000,000 people x 1,000 statements, of which each person sees 5 %. The world is
written to disk in blocks and analysed from there: once in one process, once on a Dask cluster of two. Each
way runs in a process of its own, so that its memory can be told.
"""

import hashlib
import multiprocessing
import resource
import sys
import time
from functools import partial
from pathlib import Path

import numpy as np
from distributed import Client, LocalCluster
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bench.peers import ENVIRONMENTS
from bench.worlds import World, crowd
from ledstjarna.engines.opinion import (
    Opinion,
    adjusted_rand,
    analyse,
    read_blocks,
    votes_from_matrix,
    write_blocks,
)
from ledstjarna.engines.opinion.cluster import OnCluster

BLOCK = 50_000
WORKERS = 2
MIB = 1024


def _planted(folder: Path, people: int, statements: int, density: float) -> None:
    """Write the world, unless it is there; its groups lie beside."""
    if (folder / "groups.npy").is_file():
        return
    group = np.zeros(people, dtype=np.int64)

    def part(number: int) -> World:
        made = crowd(number, min(BLOCK, people - number * BLOCK), statements, density, seed=1)
        group[number * BLOCK : (number + 1) * BLOCK] = made.group
        np.save(folder / "truth.npy", made.truth)
        return made

    numbers = track(range(-(-people // BLOCK)), description="writing blocks")
    write_blocks(folder, (votes_from_matrix(part(number).matrix) for number in numbers))
    np.save(folder / "groups.npy", group)


def _print(seen: Opinion) -> str:
    """A short name of the whole answer."""
    made = hashlib.sha256()
    for array in (seen.axes.loading, seen.position, seen.position_spread, seen.group, seen.stability):
        made.update(np.ascontiguousarray(array).tobytes())
    made.update(repr((seen.unites, seen.rejects, seen.divides)).encode())
    return made.hexdigest()[:12]


def _peak() -> float:
    """The most memory this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB


def _told(folder: Path, seen: Opinion, seconds: float, workers: float) -> tuple[str, ...]:
    group, truth = np.load(folder / "groups.npy"), np.load(folder / "truth.npy")
    best = set(np.argsort(-truth.min(axis=0), kind="stable")[:20].tolist())
    hits = len(best & {item.statement for item in seen.unites[:20]})
    likeness = adjusted_rand(seen.group[seen.group >= 0], group[seen.group >= 0])
    memory = f"{_peak():,.0f}" + (f" + {workers:,.0f}" if workers else "")
    return f"{seconds:.1f}", memory, str(seen.groups), f"{likeness:.3f}", f"{hits}", _print(seen)


def _alone(folder: Path) -> tuple[str, ...]:
    begun = time.perf_counter()
    seen = analyse(read_blocks(folder))
    return _told(folder, seen, time.perf_counter() - begun, 0)


def _clustered(folder: Path) -> tuple[str, ...]:
    options = {"n_workers": WORKERS, "threads_per_worker": 1, "dashboard_address": ":0", "host": "127.0.0.1"}
    with LocalCluster(**options) as cluster, Client(cluster) as client:  # type: ignore[no-untyped-call]
        begun = time.perf_counter()
        seen = analyse(OnCluster(client, read_blocks(folder)))
        spent = time.perf_counter() - begun
        return _told(folder, seen, spent, sum(client.run(_peak).values()))


def _separately(work: partial[tuple[str, ...]]) -> tuple[str, ...]:
    """In a process of its own, which may start others."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_sent, args=(theirs, work))
    process.start()
    theirs.close()
    answer: tuple[str, ...] = ours.recv()
    process.join()
    return answer


def _sent(pipe: "multiprocessing.connection.Connection", work: partial[tuple[str, ...]]) -> None:
    pipe.send(work())


def main(words: list[str]) -> None:
    """Write, analyse both ways, and print."""
    people, statements = (int(word) for word in (words + ["2000000", "1000"][len(words) :])[:2])
    density = float(words[2]) if len(words) > 2 else 0.05
    folder = ENVIRONMENTS / f"crowd-{people}-{statements}-{density}"
    _planted(folder, people, statements, density)
    size = sum(file.stat().st_size for file in folder.glob("*.npz")) / 2**20
    table = Table(
        "where",
        "seconds",
        "peak MiB",
        "groups of 4",
        "ARI",
        "top 20",
        "answer",
        title=f"{people:,} x {statements:,} from {size:,.0f} MiB on disk",
    )
    table.add_row("one process", *_separately(partial(_alone, folder)))
    table.add_row(f"Dask, {WORKERS} processes", *_separately(partial(_clustered, folder)))
    Console().print(table)


if __name__ == "__main__":
    main(sys.argv[1:])
