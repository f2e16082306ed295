"""`ledstjarna serve`: the city at an address, with its worker beside it."""

import click

from ledstjarna.cli import _ready
from ledstjarna.plumbing import server


@click.command("serve")
@click.option("--address", default="127.0.0.1", show_default=True, help="Where to listen, behind a proxy.")
@click.option("--port", default=8035, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Web processes.")
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 64), help="Threads in each.")
@click.option("--worker/--no-worker", default=True, help="Whether the jobs' worker runs here too.")
def command(address: str, port: int, workers: int, threads: int, worker: bool) -> None:
    """Serve the city until told to stop; refuses on a machine that would lose data.

    Example: ledstjarna serve --port 8080
    """
    _ready.refuse_faults()
    if _ready.unmigrated():
        raise click.ClickException("The database is older than the program. Run: ledstjarna prepare")
    server.serve(address, port, workers=workers, threads=threads, with_worker=worker)
