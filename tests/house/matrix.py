"""Role × address × object: what each page and each operation answers to whom (G12, T4, T5).

A row for every address in the house; one that has none fails the build. A row names its address as
`reverse` does (or as the JSON door lists it), the objects it asks about, and the status for each role:
`ok` for those who may, `no` for those signed in who may not, `out` for a resident who may not, and `but`
for a role that meets something else. A desk that is not yours is not there: 404, not 403.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ledstjarna.people.room import Role
from tests.fixtures.city import ALONE, OTHERS

STAFF = frozenset({*Role.values, *OTHERS})
EVERYONE = STAFF | {ALONE}
OPENERS = frozenset({Role.CITY_DIRECTOR.value, Role.COMMUNICATOR.value, Role.ADMINISTRATOR.value})
STEWARDS = frozenset({Role.ADMINISTRATOR.value, Role.HR.value})
ELECTED = frozenset({Role.ELECTED.value, "opposition"})
REGISTRAR = Role.REGISTRAR.value
COMMUNICATOR = Role.COMMUNICATOR.value
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """An address, asked in one way about certain objects, and what it answers to each role."""

    name: str
    path: Mapping[str, str] = field(default_factory=dict)
    may: frozenset[str] = EVERYONE
    ok: int = 200
    no: int = 404
    out: int = 404
    method: str = "GET"
    data: Mapping[str, object] = field(default_factory=dict)
    but: Mapping[str, int] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The row as a test is called."""
        return f"{self.method} {self.name} {' '.join(self.path.values())}".strip()

    def expected(self, role: str) -> int:
        """The status that this role meets."""
        if role in self.but:
            return self.but[role]
        if role in self.may:
            return self.ok
        return self.out if role == ALONE else self.no


def ref(word: str) -> dict[str, str]:
    """The path of an address that takes one ref."""
    return {"ref": word}


REASON = {"reason": "Fler ska hinna"}
LATER = {"until": "2099-01-31"}
LEADERS = frozenset(
    {
        Role.MANAGER.value, Role.DIRECTOR.value, Role.CITY_DIRECTOR.value, COMMUNICATOR, Role.HR.value,
        REGISTRAR, Role.ADMINISTRATOR.value,
    }
)  # fmt: skip
DIRECTORS = frozenset({Role.CITY_DIRECTOR.value, Role.ADMINISTRATOR.value})
FOUND = {"sort": "orphan", "others": ""}
AREA = {"title": "Nytt", "text": "Text", "title_en": "", "text_en": ""}
SHIFT = {"origin": "Ensam", "goal": "Ihop", "origin_en": "", "goal_en": ""}
DECISION = {
    "decided_on": "2026-09-20",
    "reference": "KF 2026 § 41",
    "votes_for": 61,
    "votes_against": 0,
    "abstained": 0,
}
OPENING = {"name": "Vision", "horizon": 2040, "question": "Vart?", "lang": "sv", "seeds": "", "until": ""}
DECIDERS = frozenset({Role.CITY_DIRECTOR.value, Role.REGISTRAR.value, Role.ADMINISTRATOR.value})


def seen(name: str, public: str, staff: str) -> list[Row]:
    """A page that everyone reads of what is public, and staff alone of what is not."""
    return [Row(name, ref(public)), Row(name, ref(staff), may=STAFF)]


def desk(name: str, word: str, data: Mapping[str, object] | None = None) -> Row:
    """A page that only those who open rounds have before them, or its form."""
    if data is None:
        return Row(name, ref(word), may=OPENERS)
    return Row(name, ref(word), may=OPENERS, ok=303, method="POST", data=data)


def steered(name: str, data: Mapping[str, object], ok: int = 303) -> Row:
    """A form on the desk of a round, which the registrar also sees, for the decision alone."""
    return Row(name, ref("shaped"), may=OPENERS, ok=ok, method="POST", data=data, but={REGISTRAR: 403})


def posted(name: str, word: str, may: frozenset[str], data: Mapping[str, object], ok: int = 303) -> Row:
    """A form on a page that all staff see, and residents do not."""
    return Row(name, ref(word), may=may, ok=ok, no=403, method="POST", data=data)


HOUSE = [
    Row("health"),
    Row("accessibility"),
    Row("guide", may=NOBODY),  # in demo mode alone
    Row("api:openapi-json"),
    Row("api:api-root", may=NOBODY, no=404, out=404),
]

ATLAS = [
    Row("atlas:star"),
    Row("atlas:loose"),
    Row("atlas:sky"),
    Row("atlas:journey"),
    Row("atlas:signals"),
    Row("atlas:signals_at", ref("authority_care_board")),
    Row("atlas:signals_at", ref("unit_home"), may=STAFF),
    Row("atlas:signals_at", ref("area"), may=NOBODY),
    Row("atlas:sight", ref("unit_home"), may=STAFF),
    Row("atlas:sight", ref("authority_care_board"), may=NOBODY),
    Row("atlas:warning", ref("authority_care_board") | {"kind": "board_goal"}),
    Row("atlas:kin"),
    Row("atlas:kin", method="POST", data={"title": "läxhjälp"}),
    Row("atlas:dismiss", ref("area"), LEADERS, 303, 403, 404, method="POST", data=FOUND | {"reason": "x"}),
    Row(
        "atlas:take_up", ref("area"), LEADERS, 422, 403, 404, method="POST", data=FOUND
    ),  # nobody has set it aside
    Row(
        "atlas:estimate",
        {},
        DIRECTORS,
        303,
        403,
        403,
        method="POST",
        data={"kind": "board_goal", "minutes": "5"},
    ),
    Row("atlas:cap", {}, DIRECTORS, 303, 403, 403, method="POST", data={"level": "unit", "most": "40"}),
    *seen("atlas:node", "open_vision", "vision"),
    Row("atlas:node", ref("employee"), may=STAFF),
    Row(
        "atlas:node", ref("protected"), may=frozenset({"protected"})
    ),  # T11: the same as one who is not there
]

PEOPLE = [
    Row("people:organisation", may=STAFF),
    Row("people:unit", ref("unit_home"), may=STAFF),
    Row("people:authority", ref("authority_harbour")),
    Row("people:party", ref("party_H")),
    Row("people:search"),
    Row("people:import", may=STEWARDS),
    Row("people:import", may=STEWARDS, method="POST", ok=422, no=404, out=404),
    Row("people:intake", ref("intake"), may=STEWARDS),
    # T10: nearly everybody would leave by this file, so whoever read it cannot confirm it.
    Row("people:intake", ref("intake"), may=STEWARDS, method="POST", ok=303, but={Role.HR.value: 422}),
    Row("people:bad_rows", ref("intake"), may=STEWARDS),
    Row("people:personas", may=NOBODY),  # in demo mode alone
    Row("people:personas", may=NOBODY, method="POST", data={"ref": "employee"}),
    Row("people:person", ref("colleague"), may=STAFF),
    Row("people:person", ref("protected"), may=frozenset({"protected"})),  # R18, T11
]

VISION_READ = [
    Row("vision:home"),
    Row("vision:rounds"),
    *seen("vision:vision", "open_vision", "vision"),
    Row("vision:area", ref("area"), may=STAFF),
    Row("vision:shift", ref("shift"), may=STAFF),
    Row("vision:endorsement", ref("endorsement"), may=STAFF),
    *seen("vision:round", "voting", "shaped"),
    *seen("vision:statements", "voting", "shaped"),
    *seen("vision:statement", "statement", "staff_statement"),
    *seen("vision:map", "voting", "shaped"),
    *seen("vision:unites", "voting", "shaped"),
    *seen("vision:divides", "voting", "shaped"),
    *seen("vision:unknown", "voting", "shaped"),
    *seen("vision:near", "voting", "shaped"),
    *seen("vision:said", "voting", "shaped"),
    *seen("vision:vote", "voting", "shaped"),
    *seen("vision:say", "voting", "shaped"),
]

VISION_DESKS = [
    Row("vision:new_round", may=OPENERS),
    Row("vision:steer", ref("shaped"), may=OPENERS | DECIDERS),
    desk("vision:drafting", "vision"),
    desk("vision:versions", "vision"),
    Row("vision:versions", ref("open_vision"), may=NOBODY),  # nothing has been kept
    desk("vision:new_area", "vision"),
    desk("vision:new_shift", "vision"),
    desk("vision:change_area", "area"),
    desk("vision:change_shift", "shift"),
    Row("vision:endorse", ref("vision"), may=STAFF),
    Row("vision:export", ref("shaped"), may=NOBODY),  # not while a ballot can be tied to a voter
]

VISION_WRITTEN = [
    Row("vision:new_round", may=OPENERS, ok=303, method="POST", data=OPENING),
    steered("vision:advance", {}, ok=422),  # the next step is the council's decision
    steered("vision:prolong", LATER | REASON),
    steered("vision:pause", REASON),
    steered("vision:resume", {}, ok=422),  # it has not been paused
    steered("vision:reopen", {"phase": "gather"} | REASON),
    Row(
        "vision:decide",
        ref("shaped"),
        may=DECIDERS,
        ok=303,
        method="POST",
        data=DECISION,
        but={COMMUNICATOR: 403},
    ),
    desk("vision:keep_version", "vision", {"note": "Första"}),
    desk("vision:new_area", "vision", AREA),
    desk("vision:new_shift", "vision", SHIFT),
    desk("vision:change_area", "area", AREA),
    desk("vision:change_shift", "shift", SHIFT),
    posted("vision:remove_area", "area", OPENERS, {}),
    posted("vision:remove_shift", "shift", OPENERS, {}),
    posted("vision:endorse", "vision", ELECTED, {"stance": "for", "words": "Ja."}),
    posted("vision:ask_again", "vision", OPENERS, {"elected_on": "2026-09-13"}),
    posted("vision:moderate", "staff_statement", OPENERS, {"standing": "out", "reason": "Namn"}),
    posted("vision:merge", "staff_statement", OPENERS, {"into": "staff_statement"}, ok=422),
    Row("vision:vote", ref("voting"), ok=303, method="POST", data={"statement": "statement", "choice": 1}),
    Row(
        "vision:say", ref("voting"), ok=303, method="POST", data={"text": "En ny tanke om stan", "lang": "sv"}
    ),
]

STEERERS = frozenset({Role.CITY_DIRECTOR.value, Role.ADMINISTRATOR.value})
CLERKS = STEERERS | {REGISTRAR}
AIMERS = CLERKS | {Role.DIRECTOR.value}  # the director of the board that the goal is given to
PLANNERS = STEERERS | {Role.DIRECTOR.value, Role.MANAGER.value}  # of the unit and of what it is part of
WORDS = {"title": "Nytt", "text": "Mer av det goda", "serves": "area"}
PROGRAMME = WORDS | {"begins": "2026-01-01", "ends": "2030-12-31"}
GOAL = WORDS | {"whom": "Resande", "target": "", "ends": "", "serves": "mission"}
PLAN = WORDS | {"stands": "Nu", "how": "Ihop", "ends": "", "serves": "goal"}
WHY = {"why": "Tydligare"}
FOLLOW = {"title": "Ro", "measured_in": "procent", "origin": "", "better": "up"}
MEASURE = {"on": "2026-08-01", "value": "3", "low": "", "high": ""}
MET = {"held_on": "2026-08-01", "met": "Vi", "saw": "Ro", "learnt": "Tid", "changes": "", "next_on": ""}
LOOK = {"sort": "trend", "title": "Fler", "text": "Fler flyttar hit"}


def wrote(name: str, path: dict[str, str], may: frozenset[str], data: Mapping[str, object]) -> list[Row]:
    """A form that only those who answer for it have before them, and the same form sent."""
    return [Row(name, path, may=may), Row(name, path, may=may, ok=303, method="POST", data=data)]


def new(kind: str, word: str) -> dict[str, str]:
    """The path of a new aim of a kind, under something."""
    return {"kind": kind, "ref": word}


def aimed(name: str, word: str, data: Mapping[str, object], ok: int = 303) -> Row:
    """A form on a page that everyone reads."""
    return Row(name, ref(word), may=AIMERS, ok=ok, no=403, out=403, method="POST", data=data)


SIDES = frozenset({Role.EMPLOYEE.value, Role.MANAGER.value})  # whose card it is, and who leads them
CARD = {
    "title": "Kort",
    "purpose": "Ro",
    "whom": "Alla",
    "contribution": "Tid",
    "alone": "När",
    "serves": "plan",
}
ITEM = {
    "item": "7",
    "subject": "Inköp",
    "legal": "LOU",
    "post": "Rektor",
    "limit": "",
    "begins": "2026-01-01",
}
USERS = CLERKS | {Role.MANAGER.value}  # whose post it is, and those who keep the register


def right(name: str, may: frozenset[str], data: Mapping[str, object], ok: int = 303) -> Row:
    """A form on the page of a right to decide, which everyone reads."""
    return Row(name, ref("delegation"), may=may, ok=ok, no=403, out=403, method="POST", data=data)


FATES = {"goals": "scored_goal", "fate": "retired", "became": "", "note": ""}

MISSIONS = [
    Row("missions:register", ref("authority_care_board")),
    Row("missions:register", ref("unit_home"), may=NOBODY),
    Row("missions:register", ref("authority_care_board"), CLERKS, 303, 403, 403, method="POST", data=ITEM),
    Row("missions:delegation", ref("delegation")),
    right("missions:decide_by", USERS, {"on": "2026-08-01", "text": "Beviljat"}),
    right("missions:report", USERS, {"decision": 0, "on": "2026-08-01"}, ok=422),  # there is no such decision
    right("missions:revoke", CLERKS, {"on": "2099-01-01"}),
    Row("missions:card", ref("card"), may=SIDES),  # K3
    *wrote("missions:write_card", ref("led"), frozenset({Role.MANAGER.value}), CARD),
    Row("missions:write_card", ref("employee"), may=NOBODY),  # they have one already
    *wrote("missions:change_card", ref("card"), SIDES, CARD | WHY),
    Row("missions:agree_card", ref("card"), may=SIDES, ok=303, method="POST"),
    Row("missions:home"),
    Row("missions:mine", may=STAFF),
    Row("missions:questions"),
    Row("missions:holder", ref("authority_care_board")),
    Row("missions:holder", ref("unit_home"), may=STAFF),
    Row("missions:holder", ref("employee"), may=NOBODY),
    *(Row("missions:aim", ref(word)) for word in ("the_programme", "the_direction", "mission", "goal")),
    Row("missions:aim", ref("plan"), may=STAFF),
    Row("missions:aim", ref("area"), may=NOBODY),
    *wrote("missions:new", new("programme", "vision"), STEERERS, PROGRAMME),
    *wrote("missions:new", new("direction", "the_programme"), STEERERS, WORDS),
    *wrote("missions:new", new("board_mission", "authority_harbour"), CLERKS, WORDS | {"whom": "Alla"}),
    *wrote("missions:new", new("board_goal", "authority_care_board"), AIMERS, GOAL),
    *wrote("missions:new", new("unit_plan", "unit_home"), PLANNERS, PLAN),
    Row("missions:new", new("unit_plan", "unit_north"), may=STEERERS),  # somebody else's unit
    Row("missions:new", new("wish", "unit_home"), may=NOBODY),
    *wrote("missions:change", ref("the_programme"), STEERERS, PROGRAMME | WHY),
    *wrote("missions:change", ref("the_direction"), STEERERS, WORDS | WHY),
    *wrote("missions:change", ref("mission"), CLERKS, WORDS | WHY | {"whom": "Alla"}),
    *wrote("missions:change", ref("goal"), AIMERS, GOAL | WHY),
    *wrote("missions:change", ref("plan"), PLANNERS, PLAN | WHY),
    aimed("missions:stop", "goal", REASON),
    *wrote("missions:follow", ref("goal"), AIMERS, FOLLOW),
    *wrote("missions:hold", ref("plan"), PLANNERS, MET),
    *wrote("missions:look", ref("unit_home"), PLANNERS, LOOK),
    *wrote("missions:ask", ref("goal"), STAFF, {"text": "Varför"}),
    Row("missions:indicator", ref("indicator")),
    aimed("missions:indicator", "indicator", MEASURE),
    aimed("missions:want", "indicator", {"aim": "goal", "better": "down"}),
    Row("missions:scorecards", may=STAFF),
    Row("missions:scorecards", may=STAFF, ok=422, method="POST"),  # there is no file
    Row("missions:map_scorecard", ref("unread"), may=CLERKS),
    Row("missions:map_scorecard", ref("unread"), CLERKS, 303, 404, method="POST", data={"goal": "0"}),
    Row("missions:map_scorecard", ref("scored"), may=NOBODY),
    Row("missions:drop_scorecard", ref("unread"), CLERKS, 303, 404, method="POST"),
    Row("missions:scorecard", ref("scored"), may=STAFF),
    Row("missions:scorecard", ref("scored"), CLERKS, 303, 403, method="POST", data=FATES),
    Row("missions:scorecard_goal", ref("scored_goal"), may=STAFF),
    Row("missions:talk", ref("talk"), may=STAFF),
    Row("missions:outlook", ref("outlook"), may=STAFF),
    Row("missions:question", ref("question")),
    aimed("missions:question", "question", {"answer": "Vi frågar"}),
    aimed("missions:postpone", "question", {"until": "2099-01-01"}),
    aimed("missions:postpone", "question", {"until": "2026-01-01"}, ok=422),
]

WORDERS = STEERERS | {Role.HR.value}
APPROACH = {"title": "Ny", "text": "Vi", "employee": "Frågar", "leader": "Lyssnar", "serves": "area"}
DOCUMENT = {
    "title": "Policy", "sort": "policy", "decided_by": "KF", "reference": "", "valid_from": "2026-01-01",
    "valid_to": "", "review": "", "owner": "HR", "text": "# Ett\nText", "serves": "area",
}  # fmt: skip
PREPARED = {
    "title": "Öppet", "text": "Vi öppnar.", "costs": "Inget", "drops": "", "reference": "", "serves": "goal",
}  # fmt: skip

PRINCIPLES = [
    Row("principles:home"),
    Row("principles:approach", ref("approach")),
    Row("principles:approach", ref("the_policy"), may=NOBODY),
    *wrote("principles:new_approach", {}, WORDERS, APPROACH),
    *wrote("principles:change_approach", ref("approach"), WORDERS, APPROACH | WHY),
    Row("principles:stop_approach", ref("approach"), WORDERS, 303, 403, 403, method="POST"),
    Row("principles:document", ref("the_policy")),
    *wrote("principles:new_document", {}, CLERKS, DOCUMENT),
    *wrote("principles:change_document", ref("the_policy"), CLERKS, DOCUMENT | WHY),
    Row("principles:stop_document", ref("the_policy"), CLERKS, 303, 403, 403, method="POST"),
    Row("principles:bring", may=CLERKS),
    Row("principles:bring", may=CLERKS, ok=422, method="POST"),  # there is no file
    Row("principles:paragraph", ref("part")),
    *wrote("principles:prepare", {}, STAFF, PREPARED | {"save": "1"}),
    Row("principles:decision", ref("prepared"), may=STAFF),
    Row("principles:paper", ref("prepared") | {"form": "docx"}, may=STAFF),
    Row("principles:paper", ref("prepared") | {"form": "pdf"}, may=STAFF),
    Row("principles:paper", ref("prepared") | {"form": "exe"}, may=NOBODY),
]

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

ROWS = [
    *HOUSE,
    *ATLAS,
    *PEOPLE,
    *VISION_READ,
    *VISION_DESKS,
    *VISION_WRITTEN,
    *MISSIONS,
    *PRINCIPLES,
    *EXPERIMENTS,
    *ON_THEIR_WAY,
]
