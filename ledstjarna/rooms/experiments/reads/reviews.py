"""The review of a sprint: the rule as it was set, what was seen, and what is to be decided."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.insight import Seen, rule_of, rule_text
from ledstjarna.rooms.experiments.models import Experiment
from ledstjarna.rooms.experiments.reads.rights import rights
from ledstjarna.rooms.experiments.reads.shared import plain, rows_of, shown, wordings
from ledstjarna.thread.reads import Missing
from ledstjarna.web.passages import VersionRow


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The review: the rule as it was set, what was seen, what it cost, and what is to be decided."""

    ref: str
    title: str
    lang: str
    stage: str
    measure: str
    rule: tuple[str, str, str]
    guess: str
    versions: tuple[VersionRow, ...]
    seen: Seen | None
    many: int
    notes: tuple[tuple[date, str], ...]
    hours: float | None
    kronor: int | None
    adopts: str
    verdict: str
    demands: bool
    values: dict[str, Any]
    gaps: tuple[str, ...]


def review(*, ref: str, viewer: Viewer, now: datetime, verdict: str = "") -> ReviewPage:
    """The review of the test of that ref, with the lesson half filled where the verdict asks for one (R7).

    Raises:
        Missing: there is nothing to review here for this viewer.
    """
    one, today = scope.found(ref=ref, viewer=viewer), timezone.localdate(now)
    if not rules.is_locked(one.stage) or not rights(one, viewer).leads:
        raise Missing(ref)
    rows = rows_of(one)
    found = shown(one, rows, today) if rows else None
    chosen = verdict if verdict in rules.VERDICTS else ""
    demands = rules.demands_lesson(chosen) and not one.lessons.exists()
    values = half_filled(one, chosen) if demands else {"verdict": chosen}
    return ReviewPage(
        ref=ref,
        title=one.node.title,
        lang=one.node.lang,
        stage=rules.stage(one.stage, one.ends, today),
        measure=one.measure,
        rule=rule_of(one),
        guess=one.guess,
        versions=wordings(one.pk, rule_text(one)),
        seen=found,
        many=len(rows),
        notes=tuple(one.notes.order_by("on", "pk").values_list("on", "text")[:100]),
        hours=one.hours,
        kronor=one.kronor,
        adopts=one.adopts.node.title if one.adopts else "",
        verdict=chosen,
        demands=demands,
        values=values | {"hours_used": plain(one.hours), "kronor_used": one.kronor},
        gaps=rules.gaps(mechanism="", worked=values.get("worked", ""), failed=values.get("failed", ""),
                        core=values.get("core", ""), adaptable="") if demands else (),
    )  # fmt: skip


def half_filled(one: Experiment, verdict: str) -> dict[str, Any]:
    """What the lesson can take from its test: the claim, where it was tried, what is core."""
    place = f"{one.unit.name}. {one.whom}"
    title = one.node.title
    claim = _("“%(title)s” helped") if verdict == "scale" else _("“%(title)s” did not help")
    return {
        "verdict": verdict,
        "claim": claim % {"title": title},
        "worked": place if verdict == "scale" else "",
        "failed": place if verdict == "close" else "",
        "core": one.change,
        "adaptable": one.adaptation,
    }
