"""Small tests, lessons and where they go: what is answered to whom, and what there is to ask about."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any

from django.utils import timezone

from ledstjarna.people.room import Role
from ledstjarna.plumbing import workdays
from ledstjarna.plumbing.feeds import Entry
from ledstjarna.rooms.experiments import actions as experiments
from ledstjarna.rooms.experiments.models import Offer
from ledstjarna.thread.models import Node
from tests.fixtures.city import NOW, SmallCity
from tests.house.matrix import (
    ELECTED,
    NOBODY,
    STAFF,
    WHY,
    Row,
    ref,
    wrote,
)
from tests.house.operations import read, write

LED = frozenset({Role.EMPLOYEE.value, Role.MANAGER.value, Role.DIRECTOR.value})  # in the test, or leading
TAUGHT = LED | {Role.ADMINISTRATOR.value}
WORKERS = STAFF - ELECTED
OWN_UNIT = WORKERS - {"colleague"}
THEIRS = frozenset({"colleague"})  # who works in the other unit
IDEA = {
    "title": "Ring", "need": "Missas", "whom": "Äldre", "change": "Vi ringer", "measure": "Missade",
    "sort": "count", "better": "down",
}  # fmt: skip
MENDED = IDEA | {"guess": "Färre", "worth": 20, "days": 14, "design": "series", "weekly": 5}
RULE = {"why": "Semester", "worth": 20, "days": 21}
LAID = {"places": "Norra", "weekly": 5, "days": 14}
ENDING = {"verdict": "adapt", "reason": "Nästan", "learning": "some", "learnt": "Ring"}
CARD_OF = {"claim": "Ring kvällen innan", "mechanism": "Namnet gör det"}
STEP = {"unit": "unit_north", "state": "uses"}


def pressed(
    name: str,
    word: str,
    may: frozenset[str],
    data: Mapping[str, object] | None = None,
    *,
    no: int = 403,
    out: int = 404,
    **more: Any,
) -> Row:
    """A button or form on the page of a test or a lesson that all in the city read."""
    return Row(f"experiments:{name}", ref(word), may, 303, no, out, "POST", data or {}, **more)


EXPERIMENTS = [
    Row("experiments:home"),
    Row("experiments:tests"),
    *wrote("experiments:new", {}, WORKERS, IDEA),
    Row("experiments:test", ref("sketch"), may=frozenset({Role.EMPLOYEE.value})),  # its own people's
    Row("experiments:test", ref("trial"), may=STAFF),
    Row("experiments:test", ref("lesson"), may=NOBODY),
    *wrote("experiments:mend", ref("sketch"), frozenset({Role.EMPLOYEE.value}), MENDED),
    Row("experiments:mend", ref("trial"), may=NOBODY),  # it has started
    *wrote("experiments:lay", ref("sketch"), frozenset({Role.EMPLOYEE.value}), LAID | {"save": "1"}),
    pressed("ask", "sketch", frozenset({Role.EMPLOYEE.value}), no=404),
    pressed("start", "sketch", frozenset({Role.EMPLOYEE.value}), no=404),
    pressed("start", "trial", NOBODY, but=dict.fromkeys(LED, 422)),
    pressed("join", "trial", STAFF - {Role.EMPLOYEE.value}, no=422),
    pressed("leave", "trial", NOBODY, no=422),
    pressed("cancel", "trial", LED, {"explanation": "Ingen tid"}),
    pressed("again", "ended", LED),
    pressed("open_test", "trial", LED, {"audience": "public"}),
    Row("experiments:sprint", ref("trial"), may=STAFF),
    Row("experiments:sprint", ref("sketch"), may=NOBODY),
    pressed("log", "trial", OWN_UNIT, {"value": 1}),
    pressed("undo", "trial", OWN_UNIT),
    pressed("note", "trial", OWN_UNIT, {"text": "Lugnt"}),
    Row("experiments:bring", ref("trial"), may=OWN_UNIT),
    Row("experiments:bring", ref("trial"), OWN_UNIT, 422, method="POST"),  # there is no file
    pressed("confirm", "trial", NOBODY, no=404, but=dict.fromkeys(OWN_UNIT, 422)),
    *wrote("experiments:alter", ref("trial"), LED, RULE),
    pressed("wind_up", "trial", LED),
    *wrote("experiments:review", ref("trial"), LED, ENDING),
    *wrote("experiments:teach", ref("ended"), LED, CARD_OF),
    Row("experiments:lessons"),
    Row("experiments:lesson", ref("lesson"), may=STAFF),
    *wrote("experiments:reword", ref("lesson"), TAUGHT, CARD_OF | WHY),
    pressed("open_lesson", "lesson", TAUGHT, {"audience": "public"}),
    pressed("renew", "lesson", TAUGHT, {"best_before": "2099-01-01"}),
    pressed("retire", "lesson", TAUGHT, {"why": "Gammal"}),
    pressed("offer", "lesson", STAFF),
    pressed("withdraw", "lesson", STAFF),
    pressed("take_up", "lesson", THEIRS, STEP),
]

ONE = frozenset({"hr"})  # whom a lesson has been offered
KEEPERS = frozenset({Role.ADMINISTRATOR.value})
ON_THEIR_WAY = [
    Row("experiments:find"),
    Row("experiments:front"),
    Row("experiments:offers", may=STAFF),
    Row("experiments:deal", {}, STAFF, 303, 403, 404, "POST"),
    Row("experiments:cities", may=KEEPERS),
    Row(
        "experiments:cities",
        {},
        KEEPERS,
        303,
        404,
        404,
        "POST",
        {"name": "Lund", "url": "https://lund.test/f"},
    ),
    Row("experiments:drop_city", ref("feed"), KEEPERS, 303, 404, 404, "POST"),
    Row("experiments:foreign", ref("foreign"), may=STAFF),
    Row("experiments:foreign", ref("lesson"), may=NOBODY),
    Row("experiments:atom"),
    Row("experiments:json_feed"),
    Row("experiments:spread", ref("lesson"), may=STAFF),
    Row("experiments:spread", ref("trial"), may=NOBODY),
    Row("experiments:similar", ref("lesson"), may=STAFF),
    Row("experiments:decline", ref("lesson"), ONE, 303, 404, 404, "POST"),
]


ALONE_IN = frozenset({"employee"})


def tried(word: str, path: str, may: frozenset[str], data: Mapping[str, object], **more: Any) -> Row:
    """A POST on a test or lesson that all in the city read, and residents do not."""
    return write(f"experiments/{path}", word, may, data, **{"out": 404} | more)


EXPERIMENTS_ASKED = [
    read("experiments/"),
    read("experiments/tests/"),
    write("experiments/tests/", "", WORKERS, IDEA),
    read("experiments/tests/{ref}/", "trial", STAFF),
    read("experiments/tests/{ref}/", "sketch", ALONE_IN),
    tried("sketch", "tests/{ref}/", ALONE_IN, MENDED, no=404),
    tried("sketch", "tests/{ref}/lay/", ALONE_IN, LAID, no=404),
    tried("sketch", "tests/{ref}/ask/", ALONE_IN, {}, no=404),
    tried("sketch", "tests/{ref}/start/", ALONE_IN, {}, no=404),
    tried("trial", "tests/{ref}/join/", STAFF - ALONE_IN, {}, no=422),
    tried("trial", "tests/{ref}/leave/", NOBODY, {}, no=422),
    read("experiments/tests/{ref}/sprint/", "trial", STAFF),
    tried("trial", "tests/{ref}/observations/", OWN_UNIT, {"value": 2}),
    tried("trial", "tests/{ref}/observations/many/", OWN_UNIT, {"text": "day;value\n2026-08-30;2\n"}),
    tried("trial", "tests/{ref}/observations/undo/", OWN_UNIT, {}),
    tried("trial", "tests/{ref}/notes/", OWN_UNIT, {"text": "Lugnt"}),
    tried("trial", "tests/{ref}/rule/", LED, RULE),
    tried("trial", "tests/{ref}/end/", LED, {}),
    read("experiments/tests/{ref}/review/", "trial", LED),
    tried("trial", "tests/{ref}/review/", LED, ENDING),
    tried("trial", "tests/{ref}/cancel/", LED, {"explanation": "Ingen tid"}),
    tried("ended", "tests/{ref}/again/", LED, {}),
    tried("trial", "tests/{ref}/open/", LED, {"audience": "public"}),
    tried("trial", "tests/{ref}/lessons/", LED, CARD_OF),
    read("experiments/lessons/"),
    read("experiments/lessons/{ref}/", "lesson", STAFF),
    tried("lesson", "lessons/{ref}/", TAUGHT, CARD_OF | WHY),
    tried("lesson", "lessons/{ref}/open/", TAUGHT, {"audience": "public"}),
    tried("lesson", "lessons/{ref}/renew/", TAUGHT, {"best_before": "2099-01-01"}),
    tried("lesson", "lessons/{ref}/retire/", TAUGHT, {"why": "Gammal"}),
    tried("lesson", "lessons/{ref}/offer/", STAFF, {}),
    tried("lesson", "lessons/{ref}/withdraw/", STAFF, {}),
    tried("lesson", "lessons/{ref}/uptake/", THEIRS, STEP),
]

ON_THEIR_WAY_ASKED = [
    read("experiments/lessons/find/"),
    read("experiments/lessons/ahead/"),
    read("experiments/lessons/public/"),
    read("experiments/lessons/offers/", may=STAFF),
    write("experiments/lessons/offers/", "", STAFF, {}),
    read("experiments/lessons/cities/", may=KEEPERS),
    write("experiments/lessons/cities/", "", KEEPERS, {"name": "Lund", "url": "https://lund.test/f"}),
    tried("feed", "lessons/cities/{ref}/drop/", KEEPERS, {}, out=403),
    read("experiments/lessons/of-others/{ref}/", "foreign", STAFF),
    read("experiments/lessons/{ref}/spread/", "lesson", STAFF),
    read("experiments/lessons/{ref}/similar/", "lesson", STAFF),
    tried("lesson", "lessons/{ref}/decline/", ONE, {}, no=404, out=403),
]


ASKER, GUIDE = frozenset({"colleague"}), frozenset({"employee"})  # the two of a call; one more has one booked
TWO = ASKER | GUIDE
LEFT = STAFF - TWO - {"hr"}  # who have not asked already; and nobody asks themselves
WISH = {"guide": "employee", "wish": "Hur började ni?", "first": "a_time"}
PICKED = {"at": "a_time", "place": "070"}


def called(name: str, word: str, may: frozenset[str], data: Mapping[str, object], **but: int) -> Row:
    """A POST about a call: for others than the two it is not there."""
    return Row(f"experiments:{name}", ref(word), may, 303, 404, 404, "POST", data, but=but)


CALLS = [
    Row("experiments:new_call", ref("lesson"), may=LEFT),
    called("new_call", "lesson", LEFT, WISH),
    Row("experiments:call", ref("asked_call"), may=TWO),
    Row("experiments:call", ref("lesson"), may=NOBODY),
    Row("experiments:call_date", ref("asked_call"), may=NOBODY),  # nothing is booked
    Row("experiments:call_date", ref("booked_call"), may=GUIDE | {"hr"}),
    Row("experiments:call_again", ref("asked_call"), may=TWO),
    called("call_again", "asked_call", ASKER, {"first": "a_time"}, employee=403),
    called("pick_time", "asked_call", GUIDE, PICKED, colleague=403),
    Row("experiments:answer_call", ref("asked_call"), may=TWO),
    called("answer_call", "asked_call", GUIDE, {"words": "Hellre på kvällen"}, colleague=403),
    called("decline_call", "asked_call", GUIDE, {}, colleague=403),
    called("call_off", "asked_call", ASKER, {}, employee=403),
    called("call_off", "booked_call", GUIDE | {"hr"}, {}),
    Row("experiments:test", ref("asked_sketch"), may=frozenset({"employee", "manager"})),
    called("let_decide", "asked_sketch", frozenset({"manager"}), {"answer": "alone"}, employee=403),
]


def between(path: str, word: str, may: frozenset[str], data: Mapping[str, object], **but: int) -> Row:
    """The same at the JSON door."""
    return Row(f"/api/v1/experiments/{path}", {"ref": word}, may, 200, 404, 404, "POST", data, but=but)


CALLS_ASKED = [
    read("experiments/lessons/calls/{ref}/", "asked_call", TWO),
    read("experiments/lessons/calls/{ref}/date/", "booked_call", GUIDE | {"hr"}),
    between("lessons/{ref}/calls/", "lesson", STAFF - GUIDE, WISH, employee=403, colleague=422, hr=422),
    between("lessons/calls/{ref}/again/", "asked_call", ASKER, {"first": "a_time"}, employee=403),
    between("lessons/calls/{ref}/pick/", "asked_call", GUIDE, PICKED, colleague=403),
    between("lessons/calls/{ref}/answer/", "asked_call", GUIDE, {"words": "Hellre sen"}, colleague=403),
    between("lessons/calls/{ref}/decline/", "asked_call", GUIDE, {}, colleague=403),
    between("lessons/calls/{ref}/off/", "asked_call", ASKER, {}, employee=403),
    between("tests/{ref}/answer/", "asked_sketch", frozenset({"manager"}), {"answer": "alone"}, employee=403),
]

PAGES = [*EXPERIMENTS, *ON_THEIR_WAY, *CALLS]
OPERATIONS = [*EXPERIMENTS_ASKED, *ON_THEIR_WAY_ASKED, *CALLS_ASKED]


IDEA_MADE: dict[str, Any] = {
    "title": "Ring kvällen innan", "need": "Besök missas", "whom": "Äldre", "change": "Vi ringer",
    "measure": "Missade besök", "sort": "count", "better": "down",
}  # fmt: skip
ENDING_MADE: dict[str, Any] = {
    "verdict": "scale", "reason": "Färre", "learning": "much", "learnt": "Namnet", "claim": "Samtal hjälper",
}  # fmt: skip


def _tried(city: SmallCity) -> dict[str, str]:
    """A sketch, a test that runs, one that is concluded, and its lesson opened to the city."""
    own: dict[str, Any] = {"viewer": city.viewer(Role.EMPLOYEE), "now": NOW}
    sketch, running, ended = (experiments.sketch(**IDEA_MADE, **own) for _ in range(3))
    for one in (running, ended):
        experiments.start(ref=one, **own)
        experiments.log(ref=one, value=1, **own)
    experiments.conclude(ref=ended, **ENDING_MADE, **own)
    lesson = Node.objects.get(kind="lesson").ref
    experiments.open_lesson(ref=lesson, audience="city", **own)
    return {"sketch": sketch, "trial": running, "ended": ended, "lesson": lesson}


def _on_their_way(city: SmallCity, refs: dict[str, str]) -> dict[str, str]:
    """Another city's feed with its lesson, and a lesson offered to one person."""
    feed = experiments.add_feed(
        name="Grannstad", url="https://grannstad.test/f", viewer=city.viewer(Role.ADMINISTRATOR), now=NOW
    )
    told = [Entry("1", "https://grannstad.test/1", "Deras lärdom", "Text", None)]
    experiments.keep_feed(ref=feed, entries=told, trouble="", now=NOW)
    lesson = Node.objects.get(ref=refs["lesson"])
    Offer.objects.create(person=city.persons["hr"], lesson_id=lesson.pk, on=NOW.date())
    return {"feed": feed, "foreign": Node.objects.get(kind="foreign").ref}


def _asked(city: SmallCity, lesson: str) -> dict[str, str]:
    """A call asked for and one booked, and a sketch whose people ask whether they may decide."""
    own: dict[str, Any] = {"viewer": city.viewer(Role.EMPLOYEE), "now": NOW}
    moment = timezone.now()
    day = workdays.after(timezone.localdate(moment), 3)
    at = datetime.combine(day, time(9), UTC)
    experiments.offer(ref=lesson, **own)
    asked, booked = (
        experiments.propose_call(
            ref=lesson, guide=city.persons["employee"].node.ref, wish="Hur började ni?", times=[at],
            viewer=city.viewer(who), now=moment,
        )
        for who in ("colleague", "hr")
    )  # fmt: skip
    experiments.pick_time(ref=booked, at=at, place="070", viewer=city.viewer(Role.EMPLOYEE), now=moment)
    sketch = experiments.sketch(**IDEA_MADE, **own)
    experiments.ask(ref=sketch, **own)
    stamp = f"{at:%Y-%m-%dT%H:%M:%SZ}"
    return {"asked_call": asked, "booked_call": booked, "asked_sketch": sketch, "a_time": stamp}


def build(city: SmallCity, refs: dict[str, str]) -> dict[str, str]:
    """The refs of what there is to ask about."""
    made = dict(refs)
    made |= _tried(city)
    made |= _on_their_way(city, made)
    made |= _asked(city, made["lesson"])
    return made
