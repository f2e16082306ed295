"""`ledstjarna restore FILE`: the city as it was when it was copied."""

from pathlib import Path

import click

from ledstjarna.cli import _mark
from ledstjarna.plumbing import backup
from ledstjarna.thread import reads


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.confirmation_option("--yes", prompt="The city as it is now is set aside. Go on?")
def command(file: Path) -> None:
    """Put the city in FILE in place of the present one; stop the server first.

    Example: ledstjarna restore /var/backups/city-2027-03-01.sqlite3
    """
    aside = backup.restore(file)
    _mark.remove()
    verdict = reads.verify()
    if verdict.broken_at is not None:
        raise click.ClickException(
            f"Restored, but the chain breaks at fact {verdict.broken_at}: {verdict.why}."
        )
    click.echo(f"Restored; the chain of {verdict.facts} facts holds. What was here before: {aside}")
