"""Desks beside the sketch: how a test is laid, how its rule is altered, and a file of observations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.insight import Advice, advice, advised, rule_of, rule_text
from ledstjarna.rooms.experiments.models import Experiment
from ledstjarna.rooms.experiments.reads.rights import rights
from ledstjarna.rooms.experiments.reads.shared import wordings
from ledstjarna.rooms.experiments.room import Design, Sort
from ledstjarna.thread.reads import Missing
from ledstjarna.web.passages import VersionRow

SHOWN = 200


@dataclass(frozen=True, slots=True)
class LayDesk:
    """A few answers, what is suggested for them, and what the other ways would show."""

    ref: str
    title: str
    advice: Advice | None
    others: tuple[Advice, ...]
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class AlterDesk:
    """The rule as it stands, where it is altered."""

    ref: str
    title: str
    rule: tuple[str, str, str]
    versions: tuple[VersionRow, ...]
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class WrongRow:
    """A row of a file that cannot be counted."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a file as it will be counted."""

    on: str
    value: float
    many: int
    site: str


@dataclass(frozen=True, slots=True)
class SheetDesk:
    """A file of observations that has been read, before it is counted."""

    ref: str
    title: str
    sort: str
    measure: str
    places: tuple[str, ...]
    name: str
    many: int
    rows: tuple[SheetRow, ...]
    wrong: tuple[WrongRow, ...]


def _number(answers: Mapping[str, Any], name: str, otherwise: int) -> int:
    typed = str(answers.get(name, ""))
    return min(max(int(typed), 1), 100_000) if typed.isdecimal() and len(typed) < 7 else otherwise


def _places(answers: Mapping[str, Any]) -> int:
    return sum(bool(line.strip()) for line in str(answers.get("places", "")).splitlines())


def _advised(one: Experiment, answers: Mapping[str, Any]) -> tuple[Advice, tuple[Advice, ...]]:
    weekly, days = _number(answers, "weekly", one.weekly), _number(answers, "days", one.days)
    found = advised(
        sort=one.sort, places=_places(answers), weekly=weekly, days=min(days, rules.LONGEST),
        apart=bool(answers.get("apart")), chance=bool(answers.get("chance")), usual=one.usual,
        steady=one.steady,
    )  # fmt: skip
    fits = () if one.sort == Sort.NOTHING else tuple(each for each in Design if each != Design.CONTRIBUTION)
    others = tuple(
        advice(design=each, sort=one.sort, weekly=weekly, days=days, usual=one.usual, steady=one.steady)
        for each in fits
        if each != found.design
    )
    return found, others


def lay_desk(*, ref: str, viewer: Viewer, answers: Mapping[str, Any] | None = None) -> LayDesk:
    """The design helper for a sketch, with what it suggests once there are answers.

    Raises:
        Missing: it is not there, has started, or is not this viewer's to mend.
    """
    one = scope.found(ref=ref, viewer=viewer)
    if not rules.is_mendable(one.stage) or not rights(one, viewer).leads:
        raise Missing(ref)
    names = "\n".join(one.sites.order_by("pk").values_list("name", flat=True))
    values = {"weekly": one.weekly, "days": one.days, "places": names}
    if not answers:
        return LayDesk(ref, one.node.title, None, (), values)
    found, others = _advised(one, answers)
    return LayDesk(ref, one.node.title, found, others, values)


def alter_desk(*, ref: str, viewer: Viewer) -> AlterDesk:
    """The desk where a locked rule is altered.

    Raises:
        Missing: it is not there, is not running, or is not this viewer's.
    """
    one = scope.found(ref=ref, viewer=viewer)
    if not rules.is_locked(one.stage) or not rights(one, viewer).leads:
        raise Missing(ref)
    values = {
        "worth": round(100 * one.worth), "days": one.days, "scale_if": one.scale_if, "stop_if": one.stop_if,
        "otherwise": one.otherwise,
    }  # fmt: skip
    return AlterDesk(ref, one.node.title, rule_of(one), wordings(one.pk, rule_text(one)), values)


def sheet_desk(*, ref: str, viewer: Viewer) -> SheetDesk:
    """The file that was read last, if one waits to be confirmed.

    Raises:
        Missing: nothing is counted there, or not by this viewer.
    """
    one = scope.found(ref=ref, viewer=viewer)
    countable = rules.is_locked(one.stage) and one.sort != Sort.NOTHING
    if not countable or not rights(one, viewer).logs:
        raise Missing(ref)
    sheet = one.sheets.order_by("-pk").first()
    rows, wrong = (sheet.rows, sheet.wrong) if sheet else ([], [])
    named = one.design in {Design.STAGGERED, Design.MATCHED}
    return SheetDesk(
        ref=ref,
        title=one.node.title,
        sort=one.sort,
        measure=one.measure,
        places=tuple(one.sites.order_by("pk").values_list("name", flat=True)) if named else (),
        name=sheet.name if sheet else "",
        many=len(rows),
        rows=tuple(SheetRow(row["on"], row["value"], row["many"], row["site"]) for row in rows[:SHOWN]),
        wrong=tuple(WrongRow(number, why) for number, why in wrong),
    )
