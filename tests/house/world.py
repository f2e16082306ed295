"""One object of each kind for the matrix to ask about, made by the same actions as in life."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from ledstjarna.people import imports
from ledstjarna.people.room import Role
from ledstjarna.rooms.missions import actions as missions
from ledstjarna.rooms.principles import actions as principles
from ledstjarna.rooms.vision import actions
from ledstjarna.thread.models import Node
from tests.fixtures.city import NOW, SmallCity
from tests.house import of_accelerator, of_experiments, of_obstacles_and_horizon

SEEDS = "Hamnen ska vara grön och öppen\nIngen ska behöva fråga två gånger\nSkolan börjar med frågor"


@dataclass(frozen=True, slots=True)
class World:
    """The refs that rows name, by what they are; no row needs to know how they came to be."""

    refs: dict[str, str]

    def fill(self, path: dict[str, str]) -> dict[str, str]:
        """The arguments of an address, each word exchanged for the ref that it names."""
        return {argument: self.refs.get(word, word) for argument, word in path.items()}


def _round(city: SmallCity, *, public: bool) -> str:
    return actions.open_round(
        name="Sundhamn 2035",
        horizon=2035,
        question="Vart är vi på väg?",
        seeds=SEEDS,
        until=None,
        open_to_public=public,
        lang="sv",
        viewer=city.viewer(Role.COMMUNICATOR),
        now=NOW,
    )


def _on(city: SmallCity, ref: str, steps: int) -> None:
    for step in range(steps):
        actions.advance(ref=ref, viewer=city.viewer(Role.COMMUNICATOR), now=NOW + timedelta(days=step + 1))


def _only(kind: str, ref: str) -> str:
    """The node of a kind that was made together with another."""
    round_ = Node.objects.get(ref=ref)
    return Node.objects.filter(kind=kind, pk__gt=round_.pk).order_by("pk")[0].ref


def _vision_of(ref: str) -> str:
    return Node.objects.get(inward__source__ref=ref, kind="vision").ref


def _endorsed(city: SmallCity, vision: str) -> str:
    return actions.endorse(
        ref=vision,
        stance="for",
        words="Vi är med.",
        viewer=city.viewer(Role.ELECTED),
        now=NOW + timedelta(days=4),
    )


def _drafted(city: SmallCity, vision: str) -> dict[str, str]:
    about: dict[str, Any] = {
        "ref": vision,
        "statements": [],
        "viewer": city.viewer(Role.COMMUNICATOR),
        "now": NOW,
    }
    area = actions.add_area(title="Öppen hamn", text="För alla", title_en="", text_en="", **about)
    shift = actions.add_shift(origin="Själv", goal="Ihop", origin_en="", goal_en="", **about)
    actions.keep_version(ref=vision, note="Första", viewer=city.viewer(Role.COMMUNICATOR), now=NOW)
    return {"area": area, "shift": shift}


def _steered(city: SmallCity, refs: dict[str, str]) -> dict[str, str]:
    """The chain from the vision to a unit's plan, with a figure, a dialogue, a look around and a question."""
    top: dict[str, Any] = {"viewer": city.viewer(Role.CITY_DIRECTOR), "now": NOW}
    plan: dict[str, Any] = {"viewer": city.viewer(Role.MANAGER), "now": NOW}
    serves: dict[str, Any] = {"serves": [refs["area"]]}
    years: dict[str, Any] = {"begins": NOW.date(), "ends": NOW.date() + timedelta(days=1400)}
    programme = missions.set_programme(
        ref=refs["vision"], title="Nära", text="Vi möts.", **serves, **years, **top
    )
    direction = missions.set_direction(
        ref=programme, title="Fler möts", text="Över gränser.", serves=[programme], given_to=[], **top
    )
    board = refs["authority_care_board"]
    mission = missions.set_mission(
        ref=board, title="Ett gott liv", text="Stöd.", whom="Äldre", **serves, **top
    )
    goal = missions.set_goal(
        ref=board, title="Fler känner sig trygga", text="De vågar gå ut.", whom="Äldre i Sundhamn",
        target="", ends=None, serves=[mission], **top,
    )  # fmt: skip
    unit_plan = missions.set_plan(
        ref=refs["unit_home"], title="Samma ansikten", text="Färre möter varje.", stands="Många.", how="Lag.",
        ends=None, serves=[goal], **plan,
    )  # fmt: skip
    indicator = missions.follow(
        ref=goal, title="Trygghet", measured_in="procent", origin="", better="up", **top
    )
    missions.measure(ref=indicator, on=NOW.date(), value=61.5, low=58.0, high=65.0, **top)
    talk = missions.hold(
        ref=unit_plan, held_on=NOW.date(), met="Laget", saw="Lugnare.", learnt="Tid.", changes="Schemat.",
        next_on=None, **plan,
    )  # fmt: skip
    outlook = missions.look(ref=refs["unit_home"], sort="state", title="Läget", text="Vi är tolv.", **plan)
    question = missions.ask(ref=goal, text="Hur vet ni det?", viewer=city.viewer("opposition"), now=NOW)
    card = missions.write_card(
        ref=refs["employee"], title="Vara den som kommer", purpose="Trygghet", whom="De jag besöker",
        contribution="Få ansikten", alone="När", serves=[unit_plan], **plan,
    )  # fmt: skip
    delegation = missions.delegate(
        ref=board, item="4.12", subject="Hemtjänst", legal="SoL 4:1", post="Manager", limit="",
        passes_on=False, begins=NOW.date() - timedelta(days=900), **top,
    )  # fmt: skip
    missions.decide_by(ref=delegation, on=NOW.date() - timedelta(days=90), text="Beviljat", **plan)
    profile = missions.set_profile(
        ref=refs["unit_home"], post="Crowd3", purpose="Trygghet", whom="De vi besöker",
        contribution="Få ansikten", alone="När", serves=[unit_plan], **plan,
    )  # fmt: skip
    mandate = missions.ask(ref=card, text="Får jag byta tid?", viewer=city.viewer(Role.EMPLOYEE), now=NOW)
    told = missions.ask(ref=card, text="Får jag köpa frukt?", viewer=city.viewer(Role.EMPLOYEE), now=NOW)
    missions.answer(ref=told, answer="Ja.", part="alone", line="Frukt", **plan)
    return {
        "delegation": delegation,
        "profile": profile,
        "mandate": mandate,
        "told": told,
        "card": card,
        "the_programme": programme, "the_direction": direction, "mission": mission, "goal": goal,
        "plan": unit_plan, "indicator": indicator, "talk": talk, "outlook": outlook, "question": question,
    }  # fmt: skip


def _followed_up(city: SmallCity, refs: dict[str, str]) -> dict[str, str]:
    """A plan that is a draft, one shown to the harbour, and a report that has been settled."""
    plan: dict[str, Any] = {"viewer": city.viewer(Role.MANAGER), "now": NOW}
    body: dict[str, Any] = {"title": "Utkast", "text": "x", "stands": "x", "how": "x", "ends": None}
    draft, shown = (
        missions.set_plan(ref=refs["unit_home"], serves=[refs["goal"]], draft=True, **body, **plan)
        for _ in range(2)
    )
    missions.dispatch(ref=shown, to=refs["authority_harbour"], sure=True, **plan)
    missions.settle_report(
        ref=refs["authority_care_board"], period="2026-T1", viewer=city.viewer(Role.CITY_DIRECTOR), now=NOW
    )
    return {
        "draft": draft,
        "shown_draft": shown,
        "kept": Node.objects.get(kind="report").ref,
        "the_city": Node.objects.get(kind="organisation").ref,
    }


def _leaned(city: SmallCity, refs: dict[str, str]) -> dict[str, str]:
    """An approach, a policy with a part, and a decision that leans on them."""
    top: dict[str, Any] = {"viewer": city.viewer(Role.CITY_DIRECTOR), "now": NOW}
    approach = principles.set_approach(
        title="Nyfiken först",
        text="Vi frågar.",
        employee="Frågar",
        leader="Lyssnar",
        serves=[refs["area"]],
        **top,
    )
    document = principles.set_document(
        title="Medarbetarpolicy", sort="policy", decided_by="Kommunfullmäktige", reference="KF § 4",
        valid_from=NOW.date(), valid_to=None, review=NOW.date() + timedelta(days=400), owner="HR-direktör",
        text="# Möten\nVi möts.", serves=[refs["area"]], leans_on=[approach], **top,
    )  # fmt: skip
    part = Node.objects.get(kind="paragraph").ref
    decision = principles.prepare(
        title="Kvällsöppet", text="Vi håller öppet på kvällen.", costs="Två tjänster", drops="", reference="",
        serves=[refs["goal"]], leans_on=[approach, part], viewer=city.viewer(Role.EMPLOYEE), now=NOW,
    )  # fmt: skip
    return {"approach": approach, "the_policy": document, "part": part, "prepared": decision}


SCORECARD = b"Goal;Target;Owner\nPeople feel safe;80;home\nCarry out a survey;1;home\n"


def _scored(city: SmallCity) -> dict[str, str]:
    """A scorecard whose columns are to be settled, and one that has been read."""
    top: dict[str, Any] = {"viewer": city.viewer(Role.CITY_DIRECTOR), "now": NOW}
    waiting, read = (missions.bring_scorecard(title="Styrkort", file=SCORECARD, **top) for _ in range(2))
    missions.settle_scorecard(ref=read, columns={"goal": 0, "target": 1, "owner": 2}, **top)
    return {"unread": waiting, "scored": read, "scored_goal": _only("scorecard_goal", read)}


# One row that is bad, so that nobody leaves by it and nobody comes.
STAFF_FILE = b"Employee number;Given name;Family name;Unit code\n;Kim;Ek;north\n"


def build(city: SmallCity) -> World:
    """A round being voted on that residents see, and another for staff, drafted and endorsed."""
    voting, shaped = _round(city, public=True), _round(city, public=False)
    _on(city, voting, 1)
    _on(city, shaped, 2)
    vision = _vision_of(shaped)
    refs = {"voting": voting, "shaped": shaped, "vision": vision, "open_vision": _vision_of(voting)}
    refs |= {"statement": _only("statement", voting), "staff_statement": _only("statement", shaped)}
    refs |= _drafted(city, vision)
    _on(city, shaped, 1)
    refs["endorsement"] = _endorsed(city, vision)
    refs["intake"] = imports.keep_file(
        name="staff.csv", data=STAFF_FILE, viewer=city.viewer(Role.HR), now=NOW
    )
    refs |= {name: person.node.ref for name, person in city.persons.items()}
    refs |= {f"unit_{code}": unit.node.ref for code, unit in city.units.items()}
    refs |= {f"authority_{code}": one.node.ref for code, one in city.authorities.items()}
    refs |= _steered(city, refs)
    refs |= _followed_up(city, refs)
    refs |= _leaned(city, refs)
    refs |= _scored(city)
    refs |= of_obstacles_and_horizon.build(city, refs)
    refs |= of_accelerator.build(city, refs)
    refs |= of_experiments.build(city, refs)
    refs["led"] = refs["crowd1"]  # somebody who works at home care and has no card yet
    return World(refs | {f"party_{code}": party.node.ref for code, party in city.parties.items()})
