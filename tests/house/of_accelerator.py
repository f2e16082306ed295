"""The accelerator: what is answered to whom, and what there is to ask about."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ledstjarna.people.room import Role
from ledstjarna.rooms.accelerator import actions as accelerator
from ledstjarna.rooms.accelerator.models import EffectGoal
from tests.fixtures.city import NOW, SmallCity
from tests.house.matrix import (
    NOBODY,
    OPENERS,
    REASON,
    STAFF,
    Row,
    ref,
    wrote,
)
from tests.house.operations import listed, read, write

EMPLOYEE = Role.EMPLOYEE.value
INSIDE = frozenset({EMPLOYEE})
JUDGES = frozenset({EMPLOYEE, Role.AUDITOR.value})
DRIVERS = OPENERS | INSIDE
GATERS = OPENERS | {Role.DIRECTOR.value}
CHALLENGE = {"title": "Ny", "preamble": "Så", "serves": "area"}
IDEA = {"title": "Ljus", "text": "Vi tänder", "inlet": "idea"}
A_CALL = {
    "title": "Rop", "text": "Vi söker", "inlet": "idea", "opens": "2098-01-01", "closes": "2098-02-01",
    "decides": "2098-03-01", "funds": 1000, "seats": 2,
}  # fmt: skip
A_QUESTION = {"text": "Vad?", "sort": "short"}
A_CRITERION = {"title": "Nytta", "low": "Liten", "high": "Stor", "weight": 1}
VERDICT = {"outcome": "declined", "reason": "Prövat", "amount": ""}
A_PLAN = {"title": "Ljus", "what": "Vi tänder"}
AN_AIM = {"text": "Färre", "measured_in": "fall", "baseline": "9", "target": "3"}
A_MEASURE = {"goal": "effect", "measured": "5", "on": "2026-08-01"}
A_SUM = {"sort": "used", "amount": 10, "on": "2026-08-01"}
INVITED = {"person": "colleague"}
A_GATE = {"result": "adjust", "reason": "Mer"}
PLACE = {"what": "criterion", "place": 0}
MOVE = PLACE | {"way": "down"}
LONGER = REASON | {"closes": "2099-02-01"}


def office(name: str, word: str, data: Mapping[str, object], ok: int = 303, no: int = 403) -> Row:
    """A button of the innovation office; on a page that others do not have, it is not there for them."""
    return Row(f"accelerator:{name}", ref(word), OPENERS, ok, no, no, method="POST", data=data)


ACCELERATOR = [
    Row("accelerator:home"),
    Row("accelerator:challenge", ref("challenge")),
    *wrote("accelerator:new_challenge", {}, OPENERS, CHALLENGE),
    *wrote("accelerator:change_challenge", ref("challenge"), OPENERS, CHALLENGE),
    office("end_challenge", "challenge", {}),
    Row("accelerator:ideas", may=STAFF),
    *wrote("accelerator:new_idea", {}, STAFF, IDEA),
    Row("accelerator:kin", may=STAFF),
    Row("accelerator:idea", ref("an_idea"), may=STAFF),
    Row("accelerator:begin", ref("an_idea"), OPENERS, 303, 403, 404, method="POST"),
    Row("accelerator:together", ref("an_idea"), may=STAFF),
    Row("accelerator:together", ref("judged_entry"), may=STAFF - JUDGES),  # read without names
    Row("accelerator:join", ref("other_idea"), STAFF, 303, method="POST"),
    Row("accelerator:leave", ref("an_idea"), INSIDE, 303, 422, 404, method="POST"),
    Row(
        "accelerator:invite",
        ref("an_idea"),
        INSIDE,
        303,
        403,
        404,
        method="POST",
        data={"person": "colleague"},
    ),
    *wrote("accelerator:new_call", {}, OPENERS, A_CALL),
    Row("accelerator:call", ref("draft_call"), may=OPENERS),
    Row("accelerator:call", ref("open_call")),
    Row("accelerator:call", ref("judged_call")),
    *wrote("accelerator:change_call", ref("draft_call"), OPENERS, A_CALL),
    *wrote("accelerator:shape", ref("draft_call"), OPENERS, A_QUESTION),
    Row("accelerator:shape", ref("open_call"), may=NOBODY),
    *wrote("accelerator:weights", ref("draft_call"), OPENERS, A_CRITERION),
    office("usual", "draft_call", {}, ok=422, no=404),  # there is something in it already
    office("drop", "draft_call", PLACE, no=404),
    office("move", "draft_call", MOVE, no=404),
    office("open", "draft_call", {}, no=404),
    *wrote("accelerator:prolong", ref("open_call"), OPENERS, LONGER),
    Row("accelerator:prolong", ref("judged_call"), may=NOBODY),
    *wrote("accelerator:call_off", ref("judged_call"), OPENERS, REASON),
    *wrote("accelerator:call_off", ref("draft_call"), OPENERS, REASON),
    office("close", "open_call", {}, ok=422),  # its last day is far away
    office("release", "judged_call", {}, ok=422, no=404),  # they have been released
    office("decide", "judged_call", {}, ok=422),  # nobody has a reason yet
    Row("accelerator:copies", ref("judged_call"), may=OPENERS),
    Row("accelerator:copies", ref("open_call"), may=NOBODY),
    Row("accelerator:copy", ref("judged_entry"), may=OPENERS),
    Row("accelerator:copy", ref("judged_entry"), OPENERS, 422, method="POST", data={"title": "x"}),
    Row("accelerator:jury", ref("judged_call"), may=OPENERS),
    office("seat", "judged_call", {"person": "crowd1"}, no=404),
    office("unseat", "judged_call", {"person": "auditor"}, no=404),
    office("assign", "judged_call", {}, no=404),
    *wrote("accelerator:placement", ref("judged_entry"), OPENERS, {"person": "auditor"}),
    Row("accelerator:table", ref("judged_call"), may=OPENERS),
    Row("accelerator:table", ref("open_call"), may=NOBODY),
    *wrote("accelerator:verdict", ref("judged_entry"), OPENERS, VERDICT),
    Row("accelerator:board", ref("judged_call"), may=STAFF),
    *wrote("accelerator:enter", ref("open_call"), STAFF, {"title": "Nytt"}),
    Row("accelerator:enter", ref("judged_call"), may=NOBODY),
    Row("accelerator:entry", ref("entry"), may=STAFF),
    Row("accelerator:entry", ref("draft_entry"), may=INSIDE),
    Row("accelerator:entry", ref("judged_entry"), may=STAFF - JUDGES),  # read without names
    *wrote("accelerator:write_entry", ref("entry"), INSIDE, {"title": "Nytt", "at0": "Vi"}),
    Row("accelerator:withdraw", ref("entry"), INSIDE, 303, 403, 404, method="POST"),
    Row("accelerator:duties", may=STAFF),
    *wrote("accelerator:assess", ref("judged_entry"), JUDGES, {"at0": 3, "at1": 4}),
    Row("accelerator:declare", ref("judged_entry"), JUDGES, 303, method="POST"),
    Row("accelerator:portfolio"),
    Row("accelerator:initiative", ref("initiative")),
    *wrote("accelerator:plan", ref("initiative"), DRIVERS, A_PLAN),
    *wrote("accelerator:note", ref("initiative"), DRIVERS, {"latest": "Rullar"}),
    *wrote("accelerator:aim", ref("initiative"), DRIVERS, AN_AIM),
    *wrote("accelerator:measure", ref("initiative") | {"goal": "effect"}, DRIVERS, A_MEASURE),
    *wrote("accelerator:fund", ref("initiative"), DRIVERS, A_SUM),
    *wrote("accelerator:gate", ref("initiative"), GATERS, A_GATE),
    Row("accelerator:registers", may=OPENERS),
    Row("accelerator:registers", may=OPENERS, ok=422, method="POST"),  # there is no file
    Row("accelerator:mapping", ref("initiatives"), may=OPENERS),
    Row("accelerator:mapping", ref("initiatives"), OPENERS, 303, method="POST", data={"title": "0"}),
    Row("accelerator:drop_register", ref("initiatives"), OPENERS, 303, method="POST"),
]


AT = "accelerator/"


def button(path: str, word: str, data: Mapping[str, object], ok: int = 200) -> Row:
    """What the innovation office alone does."""
    return write(f"{AT}{path}", word, OPENERS, data, ok=ok)


def driven(path: str, data: Mapping[str, object]) -> Row:
    """What those who are in an initiative do, and the office."""
    return write(f"{AT}initiatives/{{ref}}/{path}", "initiative", DRIVERS, data)


ACCELERATOR_ASKED = [
    read(AT),
    read(f"{AT}challenges/"),
    button("challenges/", "", listed(CHALLENGE)),
    read(f"{AT}challenges/{{ref}}/", "challenge"),
    button("challenges/{ref}/", "challenge", listed(CHALLENGE)),
    button("challenges/{ref}/end/", "challenge", {}),
    read(f"{AT}ideas/", may=STAFF),
    write(f"{AT}ideas/", "", STAFF, IDEA),
    read(f"{AT}kin/", may=STAFF),
    read(f"{AT}ideas/{{ref}}/", "an_idea", STAFF),
    button("ideas/{ref}/begin/", "an_idea", {}),
    write(f"{AT}together/{{ref}}/join/", "other_idea", STAFF, {}),
    write(f"{AT}together/{{ref}}/leave/", "an_idea", INSIDE, {}, no=422),
    write(f"{AT}together/{{ref}}/invite/", "an_idea", INSIDE, {"person": "colleague"}, out=404),
    read(f"{AT}calls/"),
    button("calls/", "", A_CALL),
    read(f"{AT}calls/{{ref}}/", "open_call"),
    read(f"{AT}calls/{{ref}}/", "draft_call", OPENERS),
    button("calls/{ref}/", "draft_call", A_CALL),
    button("calls/{ref}/questions/", "draft_call", A_QUESTION),
    button("calls/{ref}/criteria/", "draft_call", A_CRITERION),
    button("calls/{ref}/usual/", "draft_call", {}, ok=422),
    button("calls/{ref}/drop/", "draft_call", PLACE),
    button("calls/{ref}/move/", "draft_call", MOVE),
    button("calls/{ref}/open/", "draft_call", {}),
    button("calls/{ref}/prolong/", "open_call", LONGER),
    button("calls/{ref}/off/", "judged_call", REASON),
    button("calls/{ref}/close/", "open_call", {}, ok=422),
    button("calls/{ref}/release/", "judged_call", {}, ok=422),
    button("calls/{ref}/decide/", "judged_call", {}, ok=422),
    read(f"{AT}calls/{{ref}}/assessors/", "judged_call", OPENERS),
    button("calls/{ref}/assessors/", "judged_call", {"person": "crowd1"}),
    button("calls/{ref}/assessors/remove/", "judged_call", {"person": "auditor"}),
    button("calls/{ref}/assign/", "judged_call", {}),
    read(f"{AT}calls/{{ref}}/table/", "judged_call", OPENERS),
    read(f"{AT}calls/{{ref}}/board/", "judged_call", STAFF),
    write(f"{AT}calls/{{ref}}/entries/", "open_call", STAFF, {"title": "Nytt"}),
    read(f"{AT}entries/{{ref}}/", "entry", STAFF),
    read(f"{AT}entries/{{ref}}/", "draft_entry", INSIDE),
    read(f"{AT}entries/{{ref}}/", "judged_entry", STAFF - JUDGES),
    write(f"{AT}entries/{{ref}}/", "entry", INSIDE, {"title": "Ny", "answers": ["Vi"]}, out=404),
    write(f"{AT}entries/{{ref}}/withdraw/", "entry", INSIDE, {}, out=404),
    button("entries/{ref}/copy/", "judged_entry", {"title": "x", "answers": ["y"]}, ok=422),
    read(f"{AT}entries/{{ref}}/assessors/", "judged_entry", OPENERS),
    button("entries/{ref}/decision/", "judged_entry", VERDICT),
    read(f"{AT}assess/", may=STAFF),
    read(f"{AT}assess/{{ref}}/", "judged_entry", JUDGES),
    write(f"{AT}assess/{{ref}}/", "judged_entry", JUDGES, {"scores": ["3", "4"]}, no=404, out=404),
    write(f"{AT}assess/{{ref}}/close/", "judged_entry", JUDGES, {}, no=404, out=404),
    read(f"{AT}initiatives/"),
    read(f"{AT}initiatives/{{ref}}/", "initiative"),
    driven("plan/", A_PLAN),
    driven("now/", {"latest": "Rullar"}),
    driven("goals/", AN_AIM),
    driven("measures/", A_MEASURE),
    driven("sums/", A_SUM),
    write(f"{AT}initiatives/{{ref}}/gate/", "initiative", GATERS, A_GATE),
    read(f"{AT}registers/", may=OPENERS),
]


PAGES = [*ACCELERATOR]
OPERATIONS = [*ACCELERATOR_ASKED]


def _called(city: SmallCity, closes: date, title: str, *, open_now: bool) -> str:
    """A call with a question and two criteria."""
    top: dict[str, Any] = {"viewer": city.viewer(Role.COMMUNICATOR), "now": NOW}
    ref = accelerator.set_call(
        title=title, text="Vi söker sätt.", inlet="challenge", opens=NOW.date(), closes=closes,
        decides=date(2099, 12, 31), seats=2, funds=100_000, blind=True, open_entries=True, **top,
    )  # fmt: skip
    accelerator.add_question(ref=ref, text="Vad gör ni?", sort="long", needed=True, **top)
    for name in ("Nytta", "Nytt"):
        accelerator.add_criterion(ref=ref, title=name, low="Lite", high="Mycket", weight=1, **top)
    if open_now:
        accelerator.open_call(ref=ref, **top)
    return ref


def _entered(city: SmallCity, call: str, who: str, *, send: bool) -> str:
    by: dict[str, Any] = {"viewer": city.viewer(who), "now": NOW}
    ref = accelerator.enter(ref=call, title="Ljus i hallen", named=True, **by)
    return accelerator.write_entry(ref=ref, title="Ljus i hallen", answers=["Vi tänder."], send=send, **by)


def _tried(city: SmallCity, refs: dict[str, str]) -> dict[str, str]:
    """A challenge, two ideas, calls at three stages with entries, an initiative and a register."""
    top: dict[str, Any] = {"viewer": city.viewer(Role.COMMUNICATOR), "now": NOW}
    challenge = accelerator.set_challenge(
        title="Trygg hemma", preamble="Många faller.", serves=[refs["area"]], unit=refs["unit_care"], **top
    )
    words: dict[str, Any] = {"text": "Vi tänder.", "inlet": "idea", "answers": [challenge], "now": NOW}
    idea = accelerator.tell_idea(title="Ljus", named=True, viewer=city.viewer(Role.EMPLOYEE), **words)
    other = accelerator.tell_idea(title="Mer ljus", viewer=city.viewer("crowd1"), **words)
    draft = _called(city, NOW.date(), "Nästa rop", open_now=False)
    still = _called(city, date(2098, 12, 31), "Länge öppet", open_now=True)
    judged = _called(city, NOW.date(), "Läses nu", open_now=True)
    entry = _entered(city, judged, "colleague", send=True)
    for name in (Role.EMPLOYEE.value, Role.AUDITOR.value):
        accelerator.seat_assessor(ref=judged, person=refs[name], **top)
    accelerator.close_call(ref=judged, **top)
    accelerator.release_copies(ref=judged, **top)
    accelerator.assign(ref=judged, **top)
    initiative = accelerator.begin(
        ref=accelerator.tell_idea(title="Provljus", viewer=city.viewer(Role.EMPLOYEE), **words), **top
    )
    accelerator.aim(ref=initiative, text="Färre fall", measured_in="fall", baseline=9, target=3, **top)
    file = b"Rubrik;Vad;Status\nSensorer;Vi m\xc3\xa4ter;Pilot\n;Utan;Pilot\n"
    return {
        "challenge": challenge, "an_idea": idea, "other_idea": other, "draft_call": draft, "open_call": still,
        "judged_call": judged, "entry": _entered(city, still, Role.EMPLOYEE, send=True),
        "draft_entry": _entered(city, still, Role.EMPLOYEE, send=False), "judged_entry": entry,
        "initiative": initiative, "effect": str(EffectGoal.objects.get().pk),
        "initiatives": accelerator.bring_register(title="Register", file=file, **top),
    }  # fmt: skip


def build(city: SmallCity, refs: dict[str, str]) -> dict[str, str]:
    """The refs of what there is to ask about."""
    made = dict(refs)
    made |= _tried(city, made)
    return made
