"""`ledstjarna backup FILE`: the whole city in one file, while people go on voting."""

from pathlib import Path

import click

from ledstjarna.plumbing import backup


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Copy the whole city into FILE, verified, while it is being used.

    Example: ledstjarna backup /var/backups/city-2027-03-01.sqlite3
    """
    if file.exists():
        raise click.ClickException(f"{file} is there already. Choose another name: nothing is written over.")
    backup.backup(file)
    click.echo(f"{file}: {file.stat().st_size / 1e6:.1f} MB, verified.")
