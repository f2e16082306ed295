"""Forty places where Sundhamn does not hang together, for the atlas to find: what by text, where by seed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

import numpy as np

from ledstjarna.people.models import Authority, RoleAssignment, Unit
from ledstjarna.people.room import Role
from ledstjarna.people.viewer import Viewer, viewer_of
from ledstjarna.rooms.missions import actions as missions
from ledstjarna.rooms.principles import actions as principles
from ledstjarna.thread.models import Node, Strand

Place = tuple[Unit, Viewer]

# Goals under a direction that was let go, and what became of them.
ORPHANS = (
    "Fler tar båten till jobbet",
    "Fler handlar av varandra",
    "Fler besökare stannar över natten",
    "Fler unga seglar",
    "Fler odlar i staden",
    "Fler hittar till museet",
)
LET_GO = ("Staden som resmål", "Staden som handelsplats")
DEAD_ENDS = (
    "En egen plan för väntrummet",
    "Bättre skyltar i korridoren",
    "Gemensam kalender för alla pass",
    "Ny ordning för lånecyklarna",
    "Vi rustar personalköket",
    "Ett arkiv vi hittar i",
)
PROMISES = (
    "När öppnar badhuset igen?",
    "Vem plogar vägen till skolan?",
    "Hur många får bredband i år?",
    "Vad händer med den gamla varvstomten?",
)
REVIEWS = ("Alkoholpolicy", "Handlingsplan för cyklar", "Riktlinje för gåvor", "Lokal arkivplan")
WORDS = (
    ("Kortare handläggningstid för den som bygger", "Längre handläggningstid så att grannar hinner yttra sig"),
    ("Fler mötesplatser under tak för unga", "Färre mötesplatser med högre kvalitet"),
    ("Lägre avgifter för den som förenar sig", "Högre avgifter där bara några nyttjar"),
)  # fmt: skip
MEASURES = (
    ("Bilar i innerstaden", "Det är lätt att ställa bilen vid butiken", "Barn andas renare luft på väg till skolan"),
    ("Öppettimmar på biblioteket", "Den som vill kan läsa till sent", "Samma ansikten möter den som kommer"),
    ("Platser på korttidsboendet", "Anhöriga får vila när de behöver", "Den som blir sjuk får vården hemma"),
)  # fmt: skip
UNLIVED = (
    ("Enkelhet i allt", "Ett steg mindre för den som söker oss, varje gång vi ändrar något.",
     "Jag tar bort en ruta hellre än lägger till en.", "Jag frågar vad vi kan sluta med."),
    ("Stolt och ödmjuk", "Vi visar det vi kan, och berättar också vad vi inte vet.",
     "Jag säger till när någon annan gjorde det bättre.", "Jag berättar om mitt eget misstag först."),
)  # fmt: skip
SAID = (
    "Ingen unge står utan sommarjobb",
    "Alla känner sin granne",
    "Fler skrattar på jobbet",
    "Hamnen luktar hav igen",
)
UNSAID = (
    "Morgonsamling vid kajen",
    "Tysta timmen på boendet",
    "Lånebiblioteket för verktyg",
    "Fadder åt den nya",
    "En lucka för alla ärenden",
    "Skolskogen",
    "Nattvandring med elever",
)


def planted(open_question: str) -> set[tuple[str, frozenset[str]]]:
    """What the atlas ought to find: the sort and the titles; one promise has passed without being planted."""
    single = {
        "orphan": ORPHANS, "dead_end": DEAD_ENDS, "promise": (*PROMISES, open_question), "review": REVIEWS,
        "unlived": tuple(title for title, *_words in UNLIVED), "said": SAID, "unsaid": UNSAID,
    }  # fmt: skip
    found = {(sort, frozenset({title})) for sort, titles in single.items() for title in titles}
    pairs = chain(WORDS, ((one, other) for _measure, one, other in MEASURES))
    return found | {("against", frozenset(pair)) for pair in pairs}


def plant(vision: str, director: Viewer, now: datetime, seed: int = 4) -> None:
    """Plant them, at boards and units that the seed chooses, long enough ago to be loose."""
    rng = np.random.default_rng(seed)
    areas = list(
        Node.objects.filter(kind="area", outward__target__ref=vision)
        .order_by("pk")
        .values_list("ref", flat=True)
    )
    places = _places(rng)
    goals = [_goal(title, areas, director, now, rng) for title in (*SAID, *chain(*WORDS))]
    said = goals[: len(SAID)]
    for number, ref in enumerate(goals[len(SAID) :]):
        _met(ref, director, now - timedelta(days=40 + number))
    for measure, more, less in MEASURES:
        _torn(measure, [_goal(title, areas, director, now, rng) for title in (more, less)], director, now)
    _let_go(vision, areas, director, now, rng)
    _unread(areas, director, now)
    for number, title in enumerate(DEAD_ENDS):
        _plan(title, _goal_of(places[number]), places[number], now)
    for number, ref in enumerate(ref for ref in said for _turn in range(3)):
        _plan(f"{SAID[number // 3]}: vårt bidrag {number % 3 + 1}", ref, places[10 + number], now)
    for number, title in enumerate(UNSAID):
        place = places[30 + number]
        ref = _plan(title, _goal_of(place), place, now)
        for turn in range(4):
            _met(ref, place[1], now - timedelta(days=30 + 40 * turn + number))
    asker = _asker(now)
    for number, text in enumerate(PROMISES):
        goal = _goal_of(places[50 + number])
        missions.ask(ref=goal, text=text, viewer=asker, now=now - timedelta(days=30 + number))


def _places(rng: np.random.Generator) -> list[Place]:
    """Units with their managers, in an order by the dice; again from the first where there are few."""
    held = RoleAssignment.objects.select_related("person__node", "unit__node", "unit__authority")
    kinds = ("board_goal",)
    boards = Strand.objects.filter(name="given_to", source__kind__in=kinds, cut=False).values_list(
        "target_id", flat=True
    )
    rows = list(held.filter(role=Role.MANAGER, unit__authority__in=list(boards)).order_by("unit_id", "pk"))
    once = [row for row in {row.unit_id: row for row in rows}.values() if row.unit is not None]
    order = rng.permutation(len(once)).tolist()
    many = [once[place] for _turn in range(-(-64 // len(once))) for place in order]
    return [(row.unit, viewer_of(row.person, row.valid_from)) for row in many if row.unit is not None]


def _goal_of(place: Place) -> str:
    """A goal of the board that a unit answers to."""
    authority = place[0].authority_id
    rows = Node.objects.filter(
        kind="board_goal", ended=None, outward__name="given_to", outward__target_id=authority
    )
    return rows.exclude(title__in=SAID).order_by("pk").values_list("ref", flat=True)[0]


def _board(rng: np.random.Generator) -> str:
    refs = list(Authority.objects.filter(kind="board").order_by("pk").values_list("node__ref", flat=True))
    return refs[int(rng.integers(len(refs)))]


def _goal(
    title: str, serves: Sequence[str], director: Viewer, now: datetime, rng: np.random.Generator
) -> str:
    by: dict[str, Any] = {"viewer": director, "now": now - timedelta(days=300)}
    return missions.set_goal(
        ref=_board(rng), title=title, text="Det märks i vardagen för den det gäller.", whom="Invånare i Sundhamn",
        target="", ends=None, serves=[serves[int(rng.integers(len(serves)))]], **by,
    )  # fmt: skip


def _plan(title: str, goal: str, place: Place, now: datetime) -> str:
    unit, manager = place
    return missions.set_plan(
        ref=unit.node.ref, title=title, text="Vi vill att det ska märkas.", stands="Vi är i början.",
        how="Vi börjar smått.", ends=None, serves=[goal], viewer=manager, now=now - timedelta(days=250),
    )  # fmt: skip


def _met(ref: str, viewer: Viewer, at: datetime) -> None:
    missions.hold(
        ref=ref, held_on=at.date(), met="Hela laget", saw="Det gick bättre än väntat.", learnt="Att börja smått.",
        changes="", next_on=None, viewer=viewer, now=at,
    )  # fmt: skip


def _torn(measure: str, goals: list[str], director: Viewer, now: datetime) -> None:
    """Two goals that want opposite things of one measure."""
    at = now - timedelta(days=200)
    ref = missions.follow(
        ref=goals[0], title=measure, measured_in="antal", origin="Stadens egen mätning", better="up",
        viewer=director, now=at,
    )  # fmt: skip
    missions.want(ref=ref, aim=goals[1], better="down", viewer=director, now=at)
    for number, goal in enumerate(goals):
        _met(goal, director, now - timedelta(days=60 + number))


def _let_go(vision: str, areas: list[str], director: Viewer, now: datetime, rng: np.random.Generator) -> None:
    """Directions that were let go, and the goals that still serve them."""
    by: dict[str, Any] = {"viewer": director, "now": now - timedelta(days=320)}
    for number, title in enumerate(LET_GO):
        direction = missions.set_direction(
            ref=vision, title=title, text="Fler ska välja oss.", serves=[areas[number]], given_to=[], **by
        )
        for goal in ORPHANS[number::2]:
            _met(_goal(goal, [direction], director, now, rng), director, now - timedelta(days=90))
        missions.stop_aim(
            ref=direction,
            reason="Kommunfullmäktige valde andra vägar.",
            viewer=director,
            now=now - timedelta(days=80),
        )


def _unread(areas: list[str], director: Viewer, now: datetime) -> None:
    """Documents that nobody has looked through, and approaches that nobody lives."""
    begun = now - timedelta(days=900)
    for number, title in enumerate(REVIEWS):
        principles.set_document(
            title=title, sort="guide", decided_by="Kommunstyrelsen", reference="", valid_from=begun.date(), valid_to=None,
            review=now.date() - timedelta(days=20 + 50 * number), owner="Kanslichef", text="# Vad som gäller\nSe bilagan.",
            serves=[areas[number % len(areas)]], given_to=[], viewer=director, now=begun,
        )  # fmt: skip
    for area, (title, text, employee, leader) in zip(areas, UNLIVED, strict=False):
        principles.set_approach(
            title=title,
            text=text,
            employee=employee,
            leader=leader,
            serves=[area],
            viewer=director,
            now=begun,
        )


def _asker(now: datetime) -> Viewer:
    held = RoleAssignment.objects.select_related("person__node").filter(
        role=Role.ELECTED, party__majority=False, person__protected=False
    )
    return viewer_of(held.order_by("pk")[0].person, now.date())
