"""`ledstjarna people`: the organisation from a staff file, and accounts to sign in with."""

import sys
from collections.abc import Callable
from pathlib import Path

import click
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from ledstjarna.people import imports, roles
from ledstjarna.people.models import Account, Person
from ledstjarna.people.room import Role
from ledstjarna.people.viewer import steward
from ledstjarna.plumbing import sheets
from ledstjarna.thread.reads import Refused

console = Console(highlight=False)
SHOWN = 200


@click.group("people")
def group() -> None:
    """The organisation and its accounts."""


@group.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--confirm", is_flag=True, help="Take in the good rows, after they have been shown.")
@click.option("--as", "email", default="", help="The e-mail address of the person who reads the file.")
@click.option("--second", default="", help="The e-mail address of the person who confirms a large change.")
def bring_in(file: Path, confirm: bool, email: str, second: str) -> None:
    """Show what FILE (CSV or XLSX) would change, and with --confirm change it.

    Exit code 0: all rows are good; 1: some are bad; 2: nothing could be read.

    Example: ledstjarna people import staff.xlsx --confirm
    """
    now = timezone.now()
    viewer = steward(email, timezone.localdate())
    with Progress(console=console) as progress:
        try:
            sheets.refuse_large(file.stat().st_size)
            ref = imports.keep_file(
                name=file.name,
                data=file.read_bytes(),
                viewer=viewer,
                now=now,
                tell=_teller(progress, "Rows read"),
            )
        except (sheets.Unreadable, Refused) as error:
            console.print(f"[bold]Nothing was read.[/bold] {error}")
            sys.exit(2)
    page = imports.intake_page(ref=ref, viewer=viewer, now=now)
    show(page)
    if confirm:
        who = steward(second, timezone.localdate()) if second else viewer
        with Progress(console=console) as progress:
            imports.take_in(ref=ref, viewer=who, now=now, tell=_teller(progress, "Persons taken in"))
        console.print("The good rows are taken in.")
    sys.exit(1 if page.faults else 0)


def _teller(progress: Progress, words: str) -> Callable[[int, int], None]:
    task = progress.add_task(words, total=None)
    return lambda done, total: progress.update(task, completed=done, total=total)


def show(page: imports.IntakePage) -> None:
    """What would change, and every bad row."""
    if page.change:
        table = Table("", "Persons", title=page.name)
        for field in ("new", "changed", "moved", "leaving", "unchanged"):
            table.add_row(field.capitalize(), str(getattr(page.change, field)))
        console.print(table)
    if page.faults:
        bad = Table(
            "Row", "Column", "Value", "What is wrong", title=f"{len(page.faults)} rows cannot be taken in"
        )
        for fault in page.faults[:SHOWN]:
            bad.add_row(str(fault.row), fault.field, fault.value, fault.reason)
        console.print(bad)


@group.command("account")
@click.argument("email")
@click.password_option(help="Asked for where it is not given.")
def account(email: str, password: str) -> None:
    """Let the person with EMAIL sign in, with a password of at least twelve characters.

    Example: ledstjarna people account kim@city.example
    """
    person = Person.objects.filter(email__iexact=email).first()
    if person is None:
        raise click.ClickException(f"Nobody in the organisation has the address {email}.")
    try:
        validate_password(password)
    except ValidationError as error:
        raise click.ClickException(" ".join(error.messages)) from error
    with transaction.atomic():
        made, _ = Account.objects.get_or_create(person=person, defaults={"email": person.email.lower()})
        made.set_password(password)
        made.save()
    console.print(f"{person.email} can sign in.")


@group.command("grant")
@click.argument("number")
@click.argument("role", type=click.Choice(Role.values))
@click.option("--unit", default="", help="The code of the unit that the role is held for.")
@click.option("--authority", default="", help="The code of the board or company.")
@click.option("--party", default="", help="The code of the party, for elected members.")
@click.option("--as", "email", default="", help="The e-mail address of the person who gives the role.")
def grant(number: str, role: str, unit: str, authority: str, party: str, email: str) -> None:
    """Give the person with employee NUMBER a ROLE from today.

    Example: ledstjarna people grant 10017 communicator
    """
    viewer = steward(email, timezone.localdate())
    roles.grant(
        number=number,
        role=role,
        unit=unit,
        authority=authority,
        party=party,
        viewer=viewer,
        now=timezone.now(),
    )
    console.print(f"{number} is {role} from today.")


@group.command("revoke")
@click.argument("number")
@click.argument("role", type=click.Choice(Role.values))
@click.option("--as", "email", default="", help="The e-mail address of the person who ends the role.")
def revoke(number: str, role: str, email: str) -> None:
    """End the ROLE of the person with employee NUMBER from now on.

    Example: ledstjarna people revoke 10017 communicator
    """
    roles.revoke(number=number, role=role, viewer=steward(email, timezone.localdate()), now=timezone.now())
    console.print(f"{number} is no longer {role}.")
