"""Role × operation × object at the JSON door, as `matrix.py` is for pages (G12, T4, T5)."""

from collections.abc import Mapping

from tests.house.matrix import (
    A_CALL,
    A_CRITERION,
    A_GATE,
    A_MEASURE,
    A_PLAN,
    A_QUESTION,
    A_SUM,
    AIMERS,
    AN_AIM,
    APPROACH,
    AREA,
    CARD,
    CHALLENGE,
    CLERKS,
    DECIDERS,
    DECISION,
    DIRECTORS,
    DOCUMENT,
    DRIVERS,
    ELECTED,
    EVERYONE,
    FATES,
    FOLLOW,
    FOUND,
    GATERS,
    GOAL,
    IDEA,
    INSIDE,
    ITEM,
    JUDGES,
    LATER,
    LEADERS,
    LOOK,
    MET,
    OPENERS,
    OPENING,
    PLACE,
    PLAN,
    PLANNERS,
    PREPARED,
    PROGRAMME,
    REASON,
    SHIFT,
    SIDES,
    STAFF,
    STEERERS,
    USERS,
    VERDICT,
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
    button("calls/{ref}/usual/", "draft_call", {}, ok=422),
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
]
