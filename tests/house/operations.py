"""Role × operation × object at the JSON door, as `matrix.py` is for pages (G12, T4, T5)."""

from collections.abc import Mapping
from typing import Any

from tests.house.matrix import (
    AIMERS,
    APPROACH,
    AREA,
    CARD,
    CARD_OF,
    CLERKS,
    DECIDERS,
    DECISION,
    DIRECTORS,
    DOCUMENT,
    ELECTED,
    ENDING,
    EVERYONE,
    FATES,
    FOLLOW,
    FOUND,
    GOAL,
    IDEA,
    ITEM,
    KEEPERS,
    LAID,
    LATER,
    LEADERS,
    LED,
    LOOK,
    MENDED,
    MET,
    NOBODY,
    ONE,
    OPENERS,
    OPENING,
    OWN_UNIT,
    PLAN,
    PLANNERS,
    PREPARED,
    PROGRAMME,
    REASON,
    RULE,
    SHIFT,
    SIDES,
    STAFF,
    STEERERS,
    STEP,
    TAUGHT,
    THEIRS,
    USERS,
    WHY,
    WORDERS,
    WORDS,
    WORKERS,
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


ALONE_IN = frozenset({"employee"})


def tried(word: str, path: str, may: frozenset[str], data: Mapping[str, object], **more: Any) -> Row:
    """A POST on a test or lesson that all in the city read, and residents do not."""
    return write(f"experiments/{path}", word, may, data, **{"out": 404} | more)


EXPERIMENTS = [
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

ON_THEIR_WAY = [
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

ROWS = [
    read("people/organisation/", may=STAFF),
    read("people/units/{ref}/", "unit_home", STAFF),
    read("people/authorities/{ref}/", "authority_harbour"),
    read("people/persons/{ref}/", "colleague", STAFF),
    read("people/persons/{ref}/", "protected", frozenset({"protected"})),  # R18, T11
    read("people/parties/{ref}/", "party_H"),
    read("people/search/"),
    read("atlas/star/"),
    read("atlas/loose/"),
    write("atlas/loose/{ref}/dismiss/", "area", LEADERS, FOUND | {"reason": "x"}, out=404),
    write("atlas/loose/{ref}/take-up/", "area", LEADERS, FOUND, ok=422, out=404),
    read("atlas/sight/{ref}/", "unit_home", STAFF),
    read("atlas/journey/"),
    read("atlas/kin/"),
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
    write("missions/people/{ref}/card/", "led", frozenset({"manager"}), listed(CARD), out=404),
    read("missions/at/{ref}/", "authority_care_board"),
    read("missions/at/{ref}/", "unit_home", STAFF),
    write("missions/at/{ref}/programmes/", "vision", STEERERS, listed(PROGRAMME), out=404),
    write("missions/at/{ref}/directions/", "the_programme", STEERERS, listed(WORDS)),
    write("missions/at/{ref}/mission/", "authority_harbour", CLERKS, listed(WORDS | {"whom": "Alla"})),
    write("missions/at/{ref}/goals/", "authority_care_board", AIMERS, listed(GOAL)),
    write("missions/at/{ref}/plans/", "unit_home", PLANNERS, listed(PLAN)),
    read("missions/at/{ref}/register/", "authority_care_board"),
    write("missions/at/{ref}/register/", "authority_care_board", CLERKS, ITEM),
    read("missions/delegations/{ref}/", "delegation"),
    write("missions/delegations/{ref}/decisions/", "delegation", USERS, {"on": "2026-08-01", "text": "Ja"}),
    write(
        "missions/delegations/{ref}/report/", "delegation", USERS, {"decision": 0, "on": "2026-08-01"}, ok=422
    ),
    write("missions/delegations/{ref}/revoke/", "delegation", CLERKS, {"on": "2099-01-01"}),
    read("missions/aims/{ref}/", "goal"),
    read("missions/aims/{ref}/", "plan", STAFF),
    write("missions/aims/{ref}/stop/", "goal", AIMERS, REASON),
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
    *EXPERIMENTS,
    *ON_THEIR_WAY,
]
