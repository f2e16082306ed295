"""Role × operation × object at the JSON door, as `matrix.py` is for pages (G12, T4, T5)."""

import json
from collections.abc import Mapping

from tests.house.matrix import (
    AIMERS,
    APPROACH,
    AREA,
    CARD,
    CLERKS,
    COMMENT,
    COUNTERS,
    DECIDERS,
    DECISION,
    DIRECTORS,
    DOCUMENT,
    DRAFTERS,
    ELECTED,
    EVERYONE,
    FATES,
    FOLLOW,
    FOUND,
    GOAL,
    ITEM,
    LATER,
    LEADERS,
    LED,
    LOOK,
    MET,
    OPENERS,
    OPENING,
    PLAN,
    PLANNERS,
    PREPARED,
    PROFILE,
    PROGRAMME,
    REASON,
    RIGHT,
    SHIFT,
    SIDES,
    STAFF,
    STEERERS,
    USERS,
    WHY,
    WORDERS,
    WORDS,
    Row,
)

BASE = "/api/v1/"
WORD = "A wholly new thought about the sea"


def read(path: str, word: str = "", may: frozenset[str] = EVERYONE) -> Row:
    """A GET: those who may not see a thing are told that it is not there."""
    return Row(f"{BASE}{path}", {"ref": word} if word else {}, may=may)


def both(path: str, public: str, staff: str) -> list[Row]:
    """A GET that everyone may ask of what is public, and staff alone of what is not."""
    return [read(path, public), read(path, staff, STAFF)]


def write(
    path: str,
    word: str,
    may: frozenset[str],
    data: Mapping[str, object],
    *,
    ok: int = 200,
    no: int = 403,
    out: int = 403,
) -> Row:
    """A POST: a rule's no is 403; `out` is 404 where a resident may not even see the thing."""
    place = {"ref": word} if word else {}
    return Row(f"{BASE}{path}", place, may=may, ok=ok, no=no, out=out, method="POST", data=data)


def listed(data: Mapping[str, object]) -> dict[str, object]:
    """A form's words as JSON sends them: what an aim serves is a list."""
    return {name: [value] if name == "serves" else value for name, value in data.items()}


def closing(path: str, period: str, may: frozenset[str], data: Mapping[str, object]) -> Row:
    """A POST about the report of a board, which staff may read before it is settled."""
    place = {"ref": "authority_care_board", "period": period}
    return Row(f"{BASE}{path}", place, may=may, ok=200, no=403, out=403, method="POST", data=data)


DISPATCH = {"to": "authority_harbour", "sure": True}
REPORT = "missions/at/{ref}/reports/{period}/"
MISSIONS_FOLLOWED = [
    write("missions/aims/{ref}/settle/", "plan", PLANNERS, {}, ok=422, out=404),  # it is settled already
    write("missions/aims/{ref}/dispatch/", "plan", PLANNERS, DISPATCH, ok=422, out=404),  # R15: no draft
    write("missions/at/{ref}/rhythm/", "unit_home", PLANNERS, {"every": "half"}),
    write("missions/at/{ref}/put-off/", "unit_home", LED, {}, no=404, out=404),
    read("missions/at/{ref}/reports/", "the_city"),
    Row(f"{BASE}{REPORT}", {"ref": "authority_care_board", "period": "2026-T1"}),
    Row(f"{BASE}{REPORT}", {"ref": "authority_care_board", "period": "2026-T2"}, may=STAFF),
    closing(f"{REPORT}comment/", "2026-T2", AIMERS, COMMENT),
    closing(f"{REPORT}settle/", "2026-T2", AIMERS, {}),
    read("missions/reports/{ref}/", "kept"),
]

ROWS = [
    read("people/organisation/"),
    read("people/units/{ref}/", "unit_home"),
    read("people/authorities/{ref}/", "authority_harbour"),
    read("people/persons/{ref}/", "colleague", STAFF),
    read("people/persons/{ref}/", "protected", frozenset({"protected"})),  # R18, T11
    read("people/parties/{ref}/", "party_H"),
    read("people/search/"),
    read("atlas/monday/", may=STAFF),
    Row(f"{BASE}atlas/monday/{{name}}/", {"name": "story"}, may=STAFF),
    Row(f"{BASE}atlas/monday/{{name}}/rows/", {"name": "story"}, may=STAFF),
    read("atlas/kin/"),
    read("atlas/star/"),
    read("atlas/loose/"),
    write("atlas/loose/{ref}/dismiss/", "area", LEADERS, FOUND | {"reason": "x"}, out=404),
    write("atlas/loose/{ref}/take-up/", "area", LEADERS, FOUND, ok=422, out=404),
    read("atlas/sight/{ref}/", "unit_home", STAFF),
    read("atlas/journey/"),
    read("atlas/signals/"),
    read("atlas/signals/{ref}/", "authority_care_board"),
    write("atlas/signals/estimates/", "", DIRECTORS, {"kind": "board_goal", "minutes": 5}),
    write("atlas/signals/ceilings/", "", DIRECTORS, {"level": "unit", "most": 40}),
    *both("atlas/node/{ref}/", "open_vision", "vision"),
    read("atlas/node/{ref}/", "protected", frozenset({"protected"})),  # R18, T11
    read("vision/rounds/"),
    write("vision/rounds/", "", OPENERS, OPENING),
    *(
        row
        for path in ("", "ballot/", "statements/", "near/", "map/", "unites/", "divides/", "unknown/")
        for row in both(f"vision/rounds/{{ref}}/{path}", "voting", "shaped")
    ),
    write("vision/rounds/{ref}/ballot/", "voting", STAFF, {"statement": "statement", "choice": "1"}, out=422),
    write("vision/rounds/{ref}/statements/", "voting", EVERYONE, {"text": WORD, "lang": "en"}),
    write("vision/rounds/{ref}/advance/", "voting", OPENERS, {}),
    write("vision/rounds/{ref}/prolong/", "voting", OPENERS, LATER | REASON),
    write("vision/rounds/{ref}/pause/", "voting", OPENERS, REASON),
    write("vision/rounds/{ref}/resume/", "voting", OPENERS, {}, ok=422),  # it is not paused
    write("vision/rounds/{ref}/reopen/", "voting", OPENERS, REASON | {"phase": "collect"}),
    write("vision/rounds/{ref}/decide/", "shaped", DECIDERS, DECISION, out=404),
    *both("vision/statements/{ref}/", "statement", "staff_statement"),
    write("vision/statements/{ref}/moderate/", "statement", OPENERS, REASON | {"standing": "out"}),
    write(
        "vision/statements/{ref}/merge/", "statement", OPENERS, {"into": "statement"}, ok=422
    ),  # with itself
    *both("vision/visions/{ref}/", "open_vision", "vision"),
    write("vision/visions/{ref}/areas/", "vision", OPENERS, AREA, out=404),
    write("vision/visions/{ref}/shifts/", "vision", OPENERS, SHIFT, out=404),
    write("vision/visions/{ref}/versions/", "vision", OPENERS, {"note": "Tredje"}, out=404),
    write("vision/visions/{ref}/endorsements/", "vision", ELECTED, {"stance": "for", "words": "Ja"}, out=404),
    read("missions/steering/"),
    read("missions/mine/", may=STAFF),
    read("missions/cards/{ref}/", "card", SIDES),
    write("missions/cards/{ref}/", "card", SIDES, listed(CARD | WHY), no=404, out=404),
    write("missions/cards/{ref}/agree/", "card", SIDES, {}, no=404, out=404),
    write("missions/cards/{ref}/hand/", "card", SIDES, {}, ok=403, no=404, out=404),
    read("missions/profiles/", may=STAFF),
    read("missions/profiles/{ref}/", "profile", STAFF),
    write("missions/profiles/{ref}/", "profile", DRAFTERS, listed(PROFILE), out=404),
    write("missions/profiles/{ref}/draft/", "profile", DRAFTERS, {}, out=404),
    write("missions/profiles/{ref}/stop/", "profile", DRAFTERS, {}, out=404),
    write("missions/at/{ref}/profiles/", "unit_home", DRAFTERS, listed(PROFILE)),
    read("missions/mandates/", may=COUNTERS),
    write("missions/people/{ref}/card/", "led", frozenset({"manager"}), listed(CARD), out=404),
    read("missions/at/{ref}/", "authority_care_board"),
    read("missions/at/{ref}/", "unit_home"),
    write("missions/at/{ref}/programmes/", "vision", STEERERS, listed(PROGRAMME), out=404),
    write("missions/at/{ref}/directions/", "the_programme", STEERERS, listed(WORDS)),
    write("missions/at/{ref}/mission/", "authority_harbour", CLERKS, listed(WORDS | {"whom": "Alla"})),
    write("missions/at/{ref}/goals/", "authority_care_board", AIMERS, listed(GOAL)),
    write("missions/at/{ref}/plans/", "unit_home", PLANNERS, listed(PLAN)),
    read("missions/at/{ref}/register/", "authority_care_board"),
    write("missions/at/{ref}/register/", "authority_care_board", CLERKS, ITEM),
    write("missions/at/{ref}/register/list/", "authority_care_board", CLERKS, {"rights": json.loads(RIGHT)}),
    read("missions/delegations/{ref}/", "delegation"),
    write("missions/delegations/{ref}/decisions/", "delegation", USERS, {"on": "2026-08-01", "text": "Ja"}),
    write(
        "missions/delegations/{ref}/report/", "delegation", USERS, {"decision": 0, "on": "2026-08-01"}, ok=422
    ),
    write("missions/delegations/{ref}/revoke/", "delegation", CLERKS, {"on": "2099-01-01"}),
    read("missions/aims/{ref}/", "goal"),
    read("missions/aims/{ref}/", "plan", STAFF),
    write("missions/aims/{ref}/stop/", "goal", AIMERS, REASON),
    *MISSIONS_FOLLOWED,
    write("missions/about/{ref}/indicators/", "goal", AIMERS, FOLLOW),
    write("missions/about/{ref}/talks/", "plan", PLANNERS, MET, out=404),
    write("missions/about/{ref}/outlooks/", "unit_home", PLANNERS, LOOK),
    write("missions/about/{ref}/questions/", "goal", STAFF, {"text": "Hur då?"}),
    read("missions/indicators/{ref}/", "indicator"),
    write("missions/indicators/{ref}/", "indicator", AIMERS, {"on": "2026-08-01", "value": "3"}),
    write("missions/indicators/{ref}/wants/", "indicator", AIMERS, {"aim": "goal", "better": "up"}),
    read("missions/talks/{ref}/", "talk", STAFF),
    read("missions/outlooks/{ref}/", "outlook", STAFF),
    read("missions/scorecards/", may=STAFF),
    read("missions/scorecards/{ref}/", "scored", STAFF),
    write("missions/scorecards/{ref}/fates/", "scored", CLERKS, FATES | {"goals": ["scored_goal"]}),
    read("missions/scorecard-goals/{ref}/", "scored_goal", STAFF),
    read("missions/questions/"),
    read("missions/questions/{ref}/", "question"),
    write("missions/questions/{ref}/", "question", AIMERS, {"answer": "Vi frågar dem."}),
    write("missions/questions/{ref}/clarify/", "told", SIDES, {}, no=404, out=404),
    write("missions/questions/{ref}/postpone/", "question", AIMERS, {"until": "2099-01-01"}),
    read("principles/approaches/"),
    write("principles/approaches/", "", WORDERS, listed(APPROACH)),
    read("principles/approaches/{ref}/", "approach"),
    write("principles/approaches/{ref}/", "approach", WORDERS, listed(APPROACH | WHY)),
    read("principles/documents/"),
    write("principles/documents/", "", CLERKS, listed(DOCUMENT)),
    read("principles/documents/{ref}/", "the_policy"),
    write("principles/documents/{ref}/", "the_policy", CLERKS, listed(DOCUMENT | WHY)),
    read("principles/parts/{ref}/", "part"),
    write("principles/decisions/", "", STAFF, listed(PREPARED)),
    read("principles/decisions/{ref}/", "prepared", STAFF),
    write("principles/holds/{ref}/stop/", "approach", WORDERS, {}),
]
