"""How a test ends: concluded by the rule and with a reason, cancelled, or gone on from."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.actions.lessons import laid
from ledstjarna.rooms.experiments.actions.shared import indexed, led, stepped
from ledstjarna.rooms.experiments.models import Experiment, Site
from ledstjarna.rooms.experiments.room import Stage, Verdict
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Refused

COPIED = (
    "need", "whom", "change", "guess", "group", "setting", "measure", "sort", "better", "usual", "steady",
    "weekly", "worth", "design", "scale_if", "stop_if", "otherwise", "days", "quiet", "hours", "kronor",
    "adopts_id", "adaptation",
)  # fmt: skip


def _lesson(one: Experiment, verdict: str, said: dict[str, str], best: date | None, viewer: Viewer,
            now: datetime) -> Node | None:  # fmt: skip
    """The lesson that a verdict demands (R7), or that the team has written anyway."""
    if said["claim"].strip():
        return laid(one, best_before=best, viewer=viewer, now=now, **said).node
    if rules.demands_lesson(verdict) and not one.lessons.exists():
        raise Refused(
            _("Say what others can learn from it, in one sentence at least. Without that it cannot be left.")
        )
    return None


def _answers(one: Experiment, verdict: str, held: str, now: datetime) -> None:
    """What the unit does with the lesson from now on, and whether that held here as well."""
    if one.adopts is None:
        return
    if held not in {"yes", "no", "unclear"}:
        raise Refused(_("Say whether the lesson held here."))
    for name, said in (("supports", "yes"), ("contradicts", "no")):
        if held == said:
            thread.tie(source=one.node, name=name, target=one.adopts.node)
    state = rules.uptake_of(verdict, one.adaptation)
    because = one.reason[:500] if rules.needs_because(state) else ""
    stepped(one.adopts, one.unit, state, now, because=because, experiment=one)


@transaction.atomic
def conclude(
    *,
    ref: str,
    verdict: str,
    reason: str,
    learning: str,
    learnt: str,
    held: str = "",
    hours_used: float | None = None,
    kronor_used: int | None = None,
    claim: str = "",
    worked: str = "",
    failed: str = "",
    mechanism: str = "",
    core: str = "",
    adaptable: str = "",
    best_before: date | None = None,
    viewer: Viewer,
    now: datetime,
) -> str:
    """What becomes of what was tried, and why; how much was learnt is said apart. R7 holds."""
    one = led(ref, viewer)
    if not rules.is_locked(one.stage):
        raise Refused(_("Only a test that runs, or waits for its review, can be concluded."))
    if verdict not in rules.VERDICTS:
        raise Refused(_("Choose to scale it, adapt it, close it or park it."))
    one.stage, one.verdict, one.reason, one.concluded_at = Stage.CONCLUDED, verdict, reason, now
    one.learning, one.learnt, one.hours_used, one.kronor_used = learning, learnt, hours_used, kronor_used
    one.ends = min(one.ends or timezone.localdate(now), timezone.localdate(now))
    one.save()
    said = {
        "claim": claim, "worked": worked, "failed": failed, "mechanism": mechanism, "core": core,
        "adaptable": adaptable,
    }  # fmt: skip
    lesson = _lesson(one, verdict, said, best_before, viewer, now)
    _answers(one, verdict, held, now)
    thread.promise(node=one.node, due=None)
    indexed(one)
    thread.record(who=viewer.node_id, verb="experiments.concluded", node=one.node, other=lesson, at=now)
    return ref


@transaction.atomic
def cancel(*, ref: str, explanation: str, viewer: Viewer, now: datetime) -> str:
    """An end before the end: how far it had come is kept, and so is the explanation (R7)."""
    one = led(ref, viewer)
    if one.stage == Stage.CONCLUDED:
        raise Refused(_("It is concluded already."))
    if not rules.is_mendable(one.stage) and not explanation.strip():
        raise Refused(_("Explain why, for those who come after."))
    one.progress = rules.progress(one.begins, one.ends, timezone.localdate(now))
    one.stage, one.verdict, one.reason, one.concluded_at = (
        Stage.CONCLUDED,
        Verdict.CANCELLED,
        explanation,
        now,
    )
    one.save()
    if one.adopts and one.begins:
        stepped(one.adopts, one.unit, "stopped", now, because=explanation[:500], experiment=one)
    thread.end(node=one.node, at=now)
    thread.record(who=viewer.node_id, verb="experiments.cancelled", node=one.node, at=now)
    return ref


@transaction.atomic
def try_again(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """A new sketch that goes on from a concluded test, with all that was said in it."""
    old = led(ref, viewer)
    if old.stage != Stage.CONCLUDED or not rules.may_try(viewer):
        raise Refused(_("One goes on from a test that is concluded."))
    node = thread.add_node(
        kind="test", title=old.node.title, audience=Audience.NAMED, lang=settings.LANGUAGE_CODE,
        home=old.unit_id, authority=old.node.authority_id,
        readers=[viewer.node_id] if viewer.node_id else [],
    )  # fmt: skip
    body = {name: getattr(old, name) for name in COPIED}
    one = Experiment.objects.create(
        node=node, unit=old.unit, made_by_id=viewer.person_id, made_at=now, seed=node.pk, **body
    )
    Site.objects.bulk_create([Site(experiment=one, name=site.name) for site in old.sites.order_by("pk")])
    serves = old.node.outward.filter(name="serves", cut=False).values_list("target_id", flat=True)
    thread.tie_exactly(source=node, name="serves", targets=serves)
    thread.tie(source=node, name="tried_in", target=old.unit_id)
    thread.tie(source=node, name="follows", target=old.node)
    indexed(one)
    thread.record(who=viewer.node_id, verb="experiments.sketched", node=node, other=old.node, at=now)
    return node.ref


@transaction.atomic
def open_test(*, ref: str, audience: str, viewer: Viewer, now: datetime) -> str:
    """Let everybody read a test that has started, or the city alone."""
    one = led(ref, viewer)
    if rules.is_mendable(one.stage):
        raise Refused(_("A sketch is its own people's. Start it first."))
    if audience not in {Audience.CITY, Audience.PUBLIC}:
        raise Refused(_("A test is read by the city, or by everybody."))
    thread.open_to(node=one.node, audience=audience)
    thread.record(who=viewer.node_id, verb="experiments.opened", node=one.node, at=now)
    return ref
