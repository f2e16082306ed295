"""Role × operation × object at the JSON door, as `matrix.py` is for pages (G12, T4, T5)."""

import json
from collections.abc import Mapping
from typing import Any

from tests.house.matrix import (
    ADMINISTRATOR,
    AIMERS,
    ANSWER,
    A_CALL,
    A_CRITERION,
    A_GATE,
    A_MEASURE,
    A_PLAN,
    A_QUESTION,
    A_SUM,
    AN_AIM,
    APPROACH,
    AREA,
    CARD,
    CHALLENGE,
    CARD_OF,
    CLERKS,
    COMMENT,
    COUNTERS,
    DECIDERS,
    DECISION,
    DIRECTORS,
    DOCUMENT,
    DRAFTERS,
    DRIVERS,
    ELECTED,
    EMPLOYEE,
    ENDING,
    EVERYONE,
    FATES,
    FOLLOW,
    FOUND,
    FUNCTION,
    GOAL,
    HEADS,
    GATERS,
    IDEA,
    INSIDE,
    ITEM,
    JUDGES,
    KEEPERS,
    LAID,
    LATER,
    LEADERS,
    LED,
    LOOK,
    MENDED,
    MET,
    NOTICED,
    NOBODY,
    ONE,
    OPENERS,
    OPENING,
    PLACE,
    NOBODY,
    OWN_UNIT,
    PLAN,
    PLANNERS,
    PREPARED,
    PROFILE,
    PROGRAMME,
    READ_TOGETHER,
    READERS,
    REASON,
    RIGHT,
    RULE,
    SHIFT,
    SIDES,
    STAFF,
    STEERERS,
    TRIED,
    STEP,
    TAUGHT,
    THEIRS,
    USERS,
    VERDICT,
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
REPORT = {"text": "Dörren kärvar", "where": "unit_home"}
OBSTACLES = [
    read("obstacles/reports/", may=STAFF),
    write("obstacles/reports/", "", STAFF, REPORT),
    read("obstacles/desk/", may=STAFF),
    write("obstacles/letters/", "", STAFF, REPORT),
    read("obstacles/receipt/", may=frozenset()),  # without its secret
    write("obstacles/receipt/", "", EVERYONE, {"key": "the_secret", "text": "Mer"}),
    read("obstacles/waiting/", may=HEADS),
    read("obstacles/themes/", may=STAFF),
    read("obstacles/functions/", may=STAFF),
    write("obstacles/functions/", "", ADMINISTRATOR, FUNCTION | {"days": 5}),
    write("obstacles/functions/relieve/", "", ADMINISTRATOR, {"name": "Lokaler"}),
    read("obstacles/removals/{ref}/", "removal", STAFF),
    read("obstacles/reports/{ref}/", "obstacle", STAFF),
    read("obstacles/reports/{ref}/", "sealed_obstacle", HEADS | EMPLOYEE),
    write("obstacles/reports/{ref}/answer/", "obstacle", HEADS, ANSWER, out=404),
    write(
        "obstacles/reports/{ref}/hand-over/", "obstacle", HEADS, {"to": "unit_care", "reason": "x"}, out=404
    ),
        "obstacles/reports/{ref}/postpone/",
        "obstacle",
        HEADS,
        {"until": "2099-01-01", "reason": "x"},
        out=404,
    write("obstacles/reports/{ref}/line/", "obstacle", HEADS | EMPLOYEE, {"text": "Mer"}, out=404),
        "obstacles/reports/{ref}/helped/",
        "removed_obstacle",
        EMPLOYEE,
        {"helped": "yes", "text": ""},
    write("obstacles/reports/{ref}/echo/", "obstacle", STAFF - EMPLOYEE, {}, out=404),
]

HORIZON = [
    read("horizon/signals/", may=STAFF),
    write("horizon/signals/", "", STAFF, NOTICED | {"concerns": ["area"]}),
    read("horizon/signals/{ref}/", "signal", STAFF),
    write("horizon/signals/{ref}/readings/", "signal", READERS, READ_TOGETHER),
    write("horizon/signals/{ref}/parries/", "signal", STAFF, TRIED),
    read("horizon/readings/{ref}/", "reading", STAFF),
    read("horizon/parries/{ref}/", "parry", STAFF),
    read("horizon/speed/", may=STAFF),
    write("horizon/group/", "", STEERERS, {"unit": "unit_home"}),
AT = "accelerator/"


def button(path: str, word: str, data: Mapping[str, object], ok: int = 200) -> Row:
    """What the innovation office alone does."""
    return write(f"{AT}{path}", word, OPENERS, data, ok=ok)


def driven(path: str, data: Mapping[str, object]) -> Row:
    """What those who are in an initiative do, and the office."""
    return write(f"{AT}initiatives/{{ref}}/{path}", "initiative", DRIVERS, data)


ACCELERATOR = [
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
    button("calls/{ref}/drop/", "draft_call", PLACE),
    button("calls/{ref}/open/", "draft_call", {}),
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
    tried("feed", "lessons/cities/{ref}/drop/", KEEPERS, {}),
    read("experiments/lessons/of-others/{ref}/", "foreign", STAFF),
    read("experiments/lessons/{ref}/spread/", "lesson", STAFF),
    read("experiments/lessons/{ref}/similar/", "lesson", STAFF),
    tried("lesson", "lessons/{ref}/decline/", ONE, {}, no=404),
]

ROWS = [
    *ACCELERATOR,
    read("people/organisation/", may=STAFF),
    read("people/units/{ref}/", "unit_home", STAFF),
    read("people/authorities/{ref}/", "authority_harbour"),
    read("people/persons/{ref}/", "colleague", STAFF),
    read("people/persons/{ref}/", "protected", frozenset({"protected"})),  # R18, T11
    read("people/parties/{ref}/", "party_H"),
    read("people/search/"),
    read("atlas/monday/", may=STAFF),
    Row(f"{BASE}atlas/monday/{{name}}/", {"name": "story"}, may=STAFF),
    Row(f"{BASE}atlas/monday/{{name}}/rows/", {"name": "story"}, may=STAFF),
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
    read("missions/at/{ref}/", "unit_home", STAFF),
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
    *OBSTACLES,
    *HORIZON,
    *EXPERIMENTS,
    *ON_THEIR_WAY,
]
