"""One object of each kind for the matrix to ask about, made by the same actions as in life."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ledstjarna.people import imports
from ledstjarna.people.room import Role
from ledstjarna.rooms.horizon import actions as horizon
from ledstjarna.rooms.accelerator import actions as accelerator
from ledstjarna.rooms.accelerator.models import EffectGoal
from ledstjarna.plumbing.feeds import Entry
from ledstjarna.rooms.experiments import actions as experiments
from ledstjarna.rooms.experiments.models import Offer
from ledstjarna.rooms.missions import actions as missions
from ledstjarna.rooms.obstacles import actions as obstacles
from ledstjarna.rooms.principles import actions as principles
from ledstjarna.rooms.vision import actions
from ledstjarna.thread.models import Node
from tests.fixtures.city import NOW, SmallCity

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


def _hindered(city: SmallCity, refs: dict[str, str]) -> dict[str, str]:
    """An obstacle that waits, one for the receiver alone, one removed, and one without a name."""
    own: dict[str, Any] = {"viewer": city.viewer(Role.EMPLOYEE), "now": NOW}
    told: dict[str, Any] = {"where": refs["unit_home"], "receiver": ""}
    obstacles.appoint(
        name="Lokaler", name_en="Premises", unit=refs["unit_quay"], days=5,
        viewer=city.viewer(Role.ADMINISTRATOR), now=NOW,
    )  # fmt: skip
    waiting, removed = (
        obstacles.report(text=text, alone=False, hinders=[refs["goal"]], **told, **own)
        for text in ("Nyckeln finns bara i centrum", "Skrivaren vägrar")
    )
    sealed = obstacles.report(text="Det hörs genom väggen", alone=True, **told, **own)
    obstacles.answer(
        ref=removed, outcome="removed", answer="Ny skrivare", viewer=city.viewer(Role.MANAGER), now=NOW
    )
    secret = obstacles.post(text="Dörren kärvar", alone=False, **told, **own)
    obstacles.deliver(now=NOW + timedelta(days=1))
    return {
        "obstacle": waiting, "removed_obstacle": removed, "sealed_obstacle": sealed, "the_secret": secret,
        "removal": Node.objects.get(kind="removal").ref,
    }  # fmt: skip


def _seen_outside(city: SmallCity, refs: dict[str, str]) -> dict[str, str]:
    """A signal that a unit has read together, and that another has parried."""
    horizon.appoint(unit=refs["unit_north"], viewer=city.viewer(Role.CITY_DIRECTOR), now=NOW)
    signal = horizon.notice(
        title="Paketskåp överallt", sort="trend", seen_in="En gata", link="https://x.example/",
        text="Böcker kunde lämnas ut så", concerns=[refs["area"]], viewer=city.viewer(Role.EMPLOYEE), now=NOW,
    )  # fmt: skip
    reading = horizon.read_together(
        ref=signal, held_on=NOW.date(), met="Nio personer", thinks="Värt att prova", strength="clear",
        surety="guess", course="act", viewer=city.viewer("colleague"), now=NOW,
    )  # fmt: skip
    parry = horizon.parry(
        ref=signal, title="Ett skåp", text="I fyra veckor", unit=refs["unit_home"], begun_on=NOW.date(),
        viewer=city.viewer(Role.EMPLOYEE), now=NOW,
    )  # fmt: skip
    return {"signal": signal, "reading": reading, "parry": parry}


def _called(city: SmallCity, closes: date, title: str, *, open_now: bool) -> str:
    """A call with a question and two criteria."""
    top: dict[str, Any] = {"viewer": city.viewer(Role.COMMUNICATOR), "now": NOW}
    ref = accelerator.set_call(
        title=title, text="Vi söker sätt.", inlet="challenge", opens=NOW.date(), closes=closes,
        decides=date(2099, 12, 31), seats=2, funds=100_000, blind=True, open_entries=True, **top,
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
        "challenge": challenge, "an_idea": idea, "other_idea": other, "draft_call": draft, "open_call": still,
        "judged_call": judged, "entry": _entered(city, still, Role.EMPLOYEE, send=True),
        "draft_entry": _entered(city, still, Role.EMPLOYEE, send=False), "judged_entry": entry,
        "initiative": initiative, "effect": str(EffectGoal.objects.get().pk),
        "initiatives": accelerator.bring_register(title="Register", file=file, **top),
IDEA: dict[str, Any] = {
    "title": "Ring kvällen innan", "need": "Besök missas", "whom": "Äldre", "change": "Vi ringer",
    "measure": "Missade besök", "sort": "count", "better": "down",
}  # fmt: skip
ENDING: dict[str, Any] = {
    "verdict": "scale", "reason": "Färre", "learning": "much", "learnt": "Namnet", "claim": "Samtal hjälper",


def _tried(city: SmallCity) -> dict[str, str]:
    """A sketch, a test that runs, one that is concluded, and its lesson opened to the city."""
    sketch, running, ended = (experiments.sketch(**IDEA, **own) for _ in range(3))
    for ref in (running, ended):
        experiments.start(ref=ref, **own)
        experiments.log(ref=ref, value=1, **own)
    experiments.conclude(ref=ended, **ENDING, **own)
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
    refs |= _hindered(city, refs)
    refs |= _seen_outside(city, refs)
    refs |= _tried(city, refs)
    refs |= _tried(city)
    refs |= _on_their_way(city, refs)
    refs["led"] = refs["crowd1"]  # somebody who works at home care and has no card yet
    return World(refs | {f"party_{code}": party.node.ref for code, party in city.parties.items()})
