"""`ledstjarna vision`: a consultation in from its files, and out again."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from ledstjarna.people.viewer import steward
from ledstjarna.rooms.vision import actions, files, reads
from ledstjarna.thread.reads import Missing

console = Console()


@click.group("vision")
def group() -> None:
    """Consultations in the open layout: comments.csv, votes.csv, participants-votes.csv."""


@group.command("import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--lang", default="en", show_default=True, help="The language of the statements.")
@click.option("--as", "email", default="", help="The e-mail address of the person who brings it in.")
@click.option("--yes", is_flag=True, help="Bring in the good rows without asking, where some are bad.")
def bring_in(folder: Path, lang: str, email: str, yes: bool) -> None:
    """Bring in the consultation in FOLDER.

    Example: ledstjarna vision import polis/brexit-consensus
    """
    try:
        found = files.read(folder)
    except files.Unreadable as error:
        console.print(f"[bold]Nothing was brought in.[/bold] {error}")
        sys.exit(2)
    show_faults(found.faults)
    if found.faults and not (yes or click.confirm("Bring in the rest?")):
        sys.exit(1)
    with Progress(console=console) as progress:
        task = progress.add_task("Ballots", total=None)
        ref = actions.bring_in(
            consultation=found,
            lang=lang,
            viewer=steward(email, timezone.localdate()),
            now=timezone.now(),
            tell=lambda done, total: progress.update(task, completed=done, total=total),
        )
    voters = len({vote.voter for vote in found.votes})
    console.print(f"{found.topic}: {len(found.comments)} statements, {voters} voters,")
    console.print(f"{len(found.votes)} votes. See /rounds/{ref}/")


def show_faults(faults: Sequence[files.Fault]) -> None:
    """Every bad row by file and number, with its value and reason."""
    if not faults:
        return
    table = Table("File", "Row", "Value", "Why", title=f"{len(faults)} rows cannot be read")
    for fault in faults[:200]:
        table.add_row(fault.file, str(fault.row), fault.value, fault.reason)
    console.print(table)


@group.command("export")
@click.argument("ref")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--as", "email", default="", help="The e-mail address of the person who takes it out.")
def take_out(ref: str, folder: Path, email: str) -> None:
    """Write the closed round REF into FOLDER in the same layout.

    Example: ledstjarna vision export k3m9x2qhtz out/
    """
    try:
        texts = reads.consultation(ref=ref, viewer=steward(email, timezone.localdate()))
    except Missing:
        console.print(f"There is no round {ref} that may be written out. Rounds are, once they are closed.")
        sys.exit(2)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
        console.print(folder / name)
