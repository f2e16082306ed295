"""Role × address × object: what each page and each operation answers to whom (G12, T4, T5).

A row for every address in the house; one that has none fails the build. A row names its address as
`reverse` does (or as the JSON door lists it), the objects it asks about, and the status for each role:
`ok` for those who may, `no` for those signed in who may not, `out` for a resident who may not, and `but`
for a role that meets something else. A desk that is not yours is not there: 404, not 403.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

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
    Row("atlas:kin"),
    Row("atlas:kin", method="POST", data={"title": "läxhjälp"}),
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

MONDAY = [
    Row("atlas:monday", may=STAFF),
    Row("atlas:pack", {"form": "docx"}, may=STAFF),
    Row("atlas:pack", {"form": "pdf"}, may=STAFF),
    Row("atlas:pack", {"form": "exe"}, may=NOBODY),
    *(
        Row("atlas:dial", {"name": name}, may=STAFF)
        for name in ("all-in", "leadership", "endurance", "story")
    ),
    Row("atlas:dial", {"name": "haste"}, may=NOBODY),
    Row("atlas:dial_rows", {"name": "leadership", "form": "csv"}, may=STAFF),
    Row("atlas:dial_rows", {"name": "leadership", "form": "json"}, may=STAFF),
    Row("atlas:dial_rows", {"name": "leadership", "form": "exe"}, may=NOBODY),
]

PEOPLE = [
    Row("people:organisation"),
    Row("people:unit", ref("unit_home")),
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


DRAFTERS = PLANNERS | {Role.HR.value}  # of the unit and of what it is part of, and HR
COUNTERS = frozenset({Role.MANAGER.value, Role.DIRECTOR.value, Role.HR.value, *STEERERS})
PROFILE = {key: value for key, value in CARD.items() if key != "title"} | {"post": "Crowd5"}
MANDATE = {"answer": "Ja.", "part": "", "line": ""}
RIGHT = '[[2, "9.1", "Avtal", "LOU 1", "Rektor", "", false, "2026-01-01"]]'
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
    Row("missions:hand_card", ref("card"), SIDES, 403, method="POST"),  # the same manager leads its holder
    Row("missions:card_paper", ref("card"), may=SIDES),
    Row("missions:question", ref("mandate"), may=SIDES),  # K3
    Row("missions:question", ref("mandate"), SIDES, 303, method="POST", data=MANDATE, but={"employee": 403}),
    Row("missions:ask", ref("card"), may=SIDES),
    Row("missions:clarify", ref("told"), SIDES, 303, method="POST"),
    Row("missions:clarify", ref("question"), NOBODY, no=403, out=403, method="POST"),
    Row("missions:profiles", may=STAFF),
    Row("missions:profile", ref("profile"), may=STAFF),
    *wrote("missions:new_profile", ref("unit_home"), DRAFTERS, PROFILE),
    *wrote("missions:change_profile", ref("profile"), DRAFTERS, PROFILE),
    Row("missions:draft_cards", ref("profile"), DRAFTERS, 303, 403, method="POST"),
    Row("missions:stop_profile", ref("profile"), DRAFTERS, 303, 403, method="POST"),
    Row("missions:clarity", may=COUNTERS),
    Row("missions:bring_register", ref("authority_care_board"), may=CLERKS),
    Row(
        "missions:bring_register", ref("authority_care_board"), CLERKS, 422, method="POST"
    ),  # there is no file
    Row(
        "missions:take_register",
        ref("authority_care_board"),
        CLERKS,
        303,
        403,
        403,
        method="POST",
        data={"rights": RIGHT},
    ),
    Row("missions:register_file", ref("authority_care_board")),
    Row("missions:home"),
    Row("missions:mine", may=STAFF),
    Row("missions:questions"),
    Row("missions:holder", ref("authority_care_board")),
    Row("missions:holder", ref("unit_home")),
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

HOME = STAFF - {*ELECTED, "colleague"}  # who work at the unit that the draft is of, and so for its board
AWAY = dict.fromkeys((*ELECTED, "colleague"), 404)
LED = frozenset({Role.MANAGER.value})
COMMENT = {"comment": "Vi hann det viktigaste."}


def summed(word: str, period: str) -> dict[str, str]:
    """The path of a report of a period."""
    return {"ref": word, "period": period}


def closed(name: str, word: str, period: str, may: frozenset[str], data: Mapping[str, object]) -> Row:
    """A form on a report's page, which staff read."""
    return Row(name, summed(word, period), may=may, ok=303, no=403, method="POST", data=data)


MISSIONS_FOLLOWED = [
    Row("missions:aim", ref("draft"), may=HOME),  # K2
    Row("missions:settle_plan", ref("draft"), PLANNERS, 303, 403, method="POST", but=AWAY),
    *wrote("missions:dispatch", ref("draft"), PLANNERS, {"to": "authority_harbour", "sure": "on"}),  # R15
    Row("missions:dispatch", ref("draft"), PLANNERS, 422, method="POST", data={"to": "authority_harbour"}),
    Row(
        "missions:set_rhythm",
        ref("unit_home"),
        PLANNERS,
        303,
        403,
        403,
        method="POST",
        data={"every": "half"},
    ),
    Row("missions:put_off", ref("unit_home"), LED, 303, method="POST"),
    Row("missions:reports", ref("authority_care_board")),
    Row("missions:reports", ref("the_city")),
    Row("missions:reports", ref("unit_home"), may=NOBODY),
    Row("missions:reporting", summed("authority_care_board", "2026-T1")),  # settled
    Row("missions:reporting", summed("authority_care_board", "2026-T2"), may=STAFF),
    Row("missions:reporting", summed("the_city", "2026"), may=STAFF),
    Row("missions:reporting", summed("the_city", "2031"), may=NOBODY),
    Row("missions:kept_report", ref("kept")),
    Row("missions:report_paper", summed("authority_care_board", "2026-T1") | {"form": "pdf"}),
    Row("missions:report_paper", summed("authority_care_board", "2026-T2") | {"form": "docx"}, may=STAFF),
    Row("missions:report_paper", summed("authority_care_board", "2026-T1") | {"form": "exe"}, may=NOBODY),
    closed("missions:comment_report", "authority_care_board", "2026-T2", AIMERS, COMMENT),
    closed("missions:comment_report", "the_city", "2026", STEERERS, COMMENT),
    closed("missions:settle_report", "authority_care_board", "2026-T2", AIMERS, {}),
    closed("missions:settle_report", "the_city", "2026-T2", STEERERS, {}),
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

ROWS = [
    *HOUSE,
    *ATLAS,
    *MONDAY,
    *PEOPLE,
    *VISION_READ,
    *VISION_DESKS,
    *VISION_WRITTEN,
    *MISSIONS,
    *MISSIONS_FOLLOWED,
    *PRINCIPLES,
]
