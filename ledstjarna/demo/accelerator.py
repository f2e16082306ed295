"""Sundhamn's accelerator: challenges, calls, and initiatives of which a third were stopped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from django.db import transaction
from django.utils import timezone

from ledstjarna.people.models import Employment, Unit
from ledstjarna.people.viewer import Viewer, viewer_of
from ledstjarna.rooms.accelerator import actions
from ledstjarna.rooms.accelerator.models import Assessor, EffectGoal, Entry, Initiative, Seat
from ledstjarna.thread.models import Node

Tell = Callable[[str, int, int], None]
STEP = "Challenges, calls and initiatives"
SEED = 2041
ASSESSORS, SEATS = 9, 3


@dataclass(frozen=True, slots=True)
class Round:
    """A call: what it is called and says, the challenges it seeks answers to, and when it opened, in days ago.

    `stage` is how far it has come: decided, assessment, open or off. `yes` is how many got one.
    """

    title: str
    text: str
    challenges: tuple[int, ...]
    ago: int
    entries: int
    yes: int
    funds: int
    stage: str


CHALLENGES = (
    ("Ingen äter ensam mot sin vilja", "Var femte äldre i Sundhamn säger att de nästan alltid äter ensamma. Vi vet inte hur vi når dem utan att det känns som en insats.", "Kvällar och helger\nNyinflyttade", "Äldre"),
    ("Färre fall i hemmet", "Fall är den vanligaste orsaken till att någon över åttio hamnar på sjukhus. De flesta sker på natten, mellan sängen och badrummet.", "Nätter\nHallar och badrum", "Äldre"),
    ("Alla barn når havet", "Barn i inlandets stadsdelar badar i havet mindre än en gång om året.", "Östra staden\nSommarlov", "Barn"),
    ("Skolvägen går att cykla", "Föräldrar kör barn för att andra kör barn. Hur bryter vi det utan förbud?", "Låg- och mellanstadiet", "Barn"),
    ("En fråga, ett svar", "Den som behöver oss får berätta samma sak för tre olika förvaltningar.", "Familjer med många kontakter", "Möten"),
    ("Maten som blir över", "Vi slänger fyra ton mat i månaden i skolor och boenden.", "Skolkök\nSärskilda boenden", "Klimat"),
    ("Lokaler som står tomma på kvällen", "Våra skolor är tomma tre fjärdedelar av årets timmar, och föreningar saknar rum.", "Efter klockan fem", "Plats"),
    ("Språket går fortare i arbete", "Vägen från svenskundervisning till arbete tar fem år. Några gör den på ett.", "Utrikes födda kvinnor", "Arbete"),
    ("Regnet har någonstans att ta vägen", "Skyfallen kommer oftare, och våra gator är hårda.", "Hamnstaden\nKällare", "Klimat"),
    ("Natten i sjukskrivning", "Nattpersonal är borta dubbelt så ofta som dagpersonal.", "Nattpatrullen", "Arbete"),
    ("De unga som ingen väntar på", "Trehundra unga varken studerar eller arbetar, och de öppnar inte våra brev.", "Arton till tjugofyra år", "Unga"),
    ("Bygglov som går att förstå", "Hälften av ansökningarna är ofullständiga, ofta i samma ruta.", "Den som bygger litet", "Möten"),
    ("Ålgräset tillbaka", "Bottnarna utanför hamnen har tappat hälften av sitt ålgräs på trettio år.", "Inre hamnen", "Klimat"),
    ("Biblioteket där man är", "Den som bor längst bort lånar minst.", "Östra staden\nÖarna", "Plats"),
    ("Välfärd med färre händer", "Om tio år är vi färre som arbetar och fler som behöver. Ingen vet hur det går ihop.", "Hemtjänst\nSkola", "Arbete"),
)  # fmt: skip
IDEAS = (
    ("Grannbordet", "Fyra portar delar ett bord på torsdagar. Den som lagar får ingredienserna, den som äter tar med en stol.", 0),
    ("Matlåda för två", "Hemtjänsten levererar två portioner och frågar vem den andra är till.", 0),
    ("Skolmatsalen öppen för äldre", "Pensionärer äter med elever två dagar i veckan till självkostnad.", 0),
    ("Ljusslinga till badrummet", "En sensor tänder golvet när fötterna sätts ner. Ingen knapp, ingen app.", 1),
    ("Tio minuter benstyrka", "Hemtjänstbesöket slutar med tio uppresningar ur stolen.", 1),
    ("Hallronden", "En undersköterska och en vaktmästare går igenom hallen tillsammans, en timme per hem.", 1),
    ("Tofflor som inte halkar", "Vi byter ut tofflor gratis och räknar fallen i sex veckor.", 1),
    ("Badbussen", "En gammal skolbuss kör till havet varje lovdag klockan tio och hem klockan tre.", 2),
    ("Simskola i hamnbassängen", "Femtio platser för barn som inte kan simma, utan anmälan i förväg.", 2),
    ("Cykelbussen", "En vuxen cyklar en fast rutt och barnen hakar på längs vägen.", 3),
    ("Släppzon femhundra meter bort", "Bilar släpper av vid idrottsplatsen, och en klass i taget möter upp.", 3),
    ("Reflexvantar till alla ettor", "Ett par vantar, ett löfte och en karta över skolvägen.", 3),
    ("Ett nummer för familjen", "En enda person svarar för tre förvaltningar i tre månader.", 4),
    ("Berätta en gång", "Med ditt ja följer din berättelse med till nästa, uppläst för dig först.", 4),
    ("Gemensam reception", "Tre receptioner blir en, med folk från alla tre.", 4),
    ("Rester till fritids", "Det som blir över klockan ett är mellanmål klockan tre.", 5),
    ("Beställ lunch dagen före", "Eleverna trycker ja eller nej på väg hem, köket ser siffran klockan fyra.", 5),
    ("Tallrikssvinn på tavlan", "Dagens svinn i portioner står vid disken. Inga pekpinnar.", 5),
    ("Nyckel i mobilen", "Föreningar öppnar skolans slöjdsal själva efter klockan fem.", 6),
    ("Kvällsvaktmästaren", "En vaktmästare cyklar mellan fem skolor och låser upp.", 6),
    ("Språkpraktik i förskolan", "Fyra timmar om dagen från första veckan, med en handledare som har tid.", 7),
    ("Yrkesord på svenska", "Tvåhundra ord för köket, inspelade av dem som arbetar där.", 7),
    ("Regnbädd på varje parkering", "Två av tio platser blir grönt där vattnet ändå samlas.", 8),
    ("Källarlarm", "En flytvippa för hundra kronor som ringer grannen.", 8),
    ("Förutsägbara nätter", "Samma nätter varje vecka i åtta veckor, bestämt av laget.", 9),
    ("Vila klockan tre", "Tjugo minuter i ett mörkt rum, inplanerat.", 9),
    ("Fika på gymmet", "Vi möter unga där de redan är, utan papper.", 10),
    ("En vuxen som hör av sig", "Samma person hör av sig varje tisdag i ett halvår.", 10),
    ("Bygglov på tre frågor", "Tre frågor säger om du behöver bygglov och vad som fattas.", 11),
    ("Torsdagsdisken", "Kom med ritningen, gå hem med en komplett ansökan.", 11),
    ("Ålgräs i backar", "Skolklasser odlar plantor som dykare sätter ut i juni.", 12),
    ("Lugn zon för båtar", "En boj, en skylt och en sommar utan ankare.", 12),
    ("Bokhyllan på färjan", "Tvåhundra böcker åker fram och tillbaka till öarna.", 13),
    ("Bibliotekarie på cykel", "En lådcykel, fyrtio böcker, tre torg.", 13),
    ("Digital tillsyn efter önskemål", "Den som vill byter nattbesöket mot en kamera som tittar till.", 14),
    ("Läxhjälp av åttor", "Åttor läser med tvåor och får tillgodoräkna sig det.", 14),
    ("Gemensam vikariepool", "Förskola och skola delar på tjugo vikarier som känner husen.", 14),
    ("Robot som dukar", "En arm ställer fram brickor så att händerna räcker till samtal.", 14),
    ("Måltidsvän", "En volontär och en äldre äter ihop en gång i veckan i tio veckor.", 0),
    ("Trampa till sjön", "Lånecyklar vid stationen, gratis för den som har ett skolkort.", 2),
)  # fmt: skip
LESSONS = (
    ("Ingen använde den efter tredje veckan.", "Vi frågade chefer vad personalen behövde. Personalen hade sagt något annat. Fråga den som ska göra det, på plats, innan ni bygger."),
    ("Det kostade mer tid än det sparade.", "Tjugo minuters dokumentation åt upp tjugo minuters nytta. Räkna med hela kedjan, inte bara det nya steget."),
    ("Upphandlingen tog längre tid än försöket.", "Vi borde ha lånat i stället för att köpa. För ett försök på åtta veckor räcker det som redan finns."),
    ("Effekten gick inte att skilja från vädret.", "Vi började alla samtidigt. Med start på olika dagar i olika hus hade vi vetat. Börja förskjutet."),
    ("De vi ville nå kom inte.", "De som kom hade kommit ändå. Gå dit människor redan är i stället för att bjuda hem dem till oss."),
    ("Två förvaltningar tolkade sekretessen olika.", "Juristerna behövde sitta med från första dagen. När de gjorde det löstes det på en timme."),
    ("Eldsjälen bytte arbete.", "Ingen annan kunde nyckeln till skåpet. Två som delar på det från början är billigare än en som kan allt."),
    ("Tekniken höll inte för fukt.", "En toffla och en lampa gjorde samma nytta för en hundradel. Prova det enkla först, på riktigt."),
)  # fmt: skip
DONE = (
    "Det lilla räckte. När det fick plats i vardagens schema slutade det vara ett projekt.",
    "Det som avgjorde var att samma människor var kvar. Kärnan är kontinuiteten, allt annat går att ändra.",
    "Vi trodde att det handlade om teknik. Det handlade om vem som får bestämma.",
)
GOALS = (
    ("Fall per vecka", "fall", 11.0, 6.0), ("Ensamma måltider", "måltider i veckan", 6.0, 3.0),
    ("Svinn per elev", "gram om dagen", 62.0, 40.0), ("Bilar vid skolan klockan åtta", "bilar", 84.0, 50.0),
    ("Kompletta ansökningar", "procent", 51.0, 75.0), ("Kontakter innan svar", "kontakter", 3.4, 1.5),
    ("Sjukfrånvaro på natten", "procent", 12.1, 9.0), ("Barn som kan simma", "barn", 18.0, 40.0),
)  # fmt: skip
ROUNDS = (
    Round("Idéslussen: äta och bo tryggt", "Tre veckor för idéer som gör hemmet tryggare och måltiden till något att längta efter.", (0, 1), 880, 14, 4, 600_000, "decided"),
    Round("Idéslussen: vägen dit", "Hur kommer barn till skolan och havet utan att någon kör dem?", (2, 3), 540, 18, 5, 700_000, "decided"),
    Round("Färre händer, mer tid", "Vi söker det som ger tid tillbaka till mötet mellan människor.", (4, 9, 14), 46, 24, 0, 900_000, "assessment"),
    Round("En kväll i veckan", "Vi sökte lokaler som kan stå öppna en kväll i veckan.", (6,), 70, 3, 0, 150_000, "off"),
    Round("Staden och vattnet", "Vad kan vi göra före nästa sommar som havet märker?", (8, 12), 9, 8, 0, 400_000, "open"),
)  # fmt: skip
QUESTIONS = (
    ("Vad vill ni göra?", "long", "Tre meningar räcker.", "", True),
    ("Hur märker ni att det fungerar?", "long", "En sak att räkna, eller en sak att fråga om.", "", True),
    ("Hur många berörs?", "number", "", "", True),
    ("Har något liknande prövats i staden?", "choice", "", "Nej\nJa, hos oss\nJa, hos andra", False),
)  # fmt: skip
CRITERIA = (
    ("Behovet", "Någon tycker att det vore bra", "De det gäller har själva sagt det", 3),
    ("Går att prova litet", "Kräver ett helt system", "Kan börja på måndag", 2),
    ("Kan spridas", "Bara här", "Tio andra ställen har samma behov", 2),
)  # fmt: skip
SIGNS = (
    "Vi räknar i sex veckor före och sex veckor efter, på två ställen.",
    "Vi frågar dem det gäller varje fredag: blev det lättare?",
    "Laget sätter ett streck på tavlan varje gång. Fler streck är bra.",
)
YES = "Behovet är tydligt sagt av dem det gäller, och ni kan börja smått. Räkna med hela kedjan, och börja på två ställen."
NO = (
    "Idén är bra men svår att prova litet. Prata med coachen om en mindre variant, och lämna gärna in igen i höst.",
    "Något mycket likt pågår redan hos en annan enhet. Vi har bett dem höra av sig till er; gå gärna med där.",
    "Vi såg inte hur ni märker om det fungerar. En enda sak att räkna hade räckt. Hör av er, så tänker vi tillsammans.",
)  # fmt: skip
WHY_LATER = "Fyra lag har bett om en vecka till, för att hinna fråga dem det gäller."
WHY_OFF = (
    "Fastigheterna öppnar lokalerna ändå, från och med mars. Ni som lämnat bidrag blir uppringda av dem."
)
REMARKS = (
    "Tydligt för vem.",
    "Jag undrar vem som gör det när någon är borta.",
    "Går att börja på måndag.",
    "",
    "",
)
OBSTACLES = ("Vi väntar på besked om lokalen.", "", "Schemat läggs först om fyra veckor.", "", "")
LATEST = (
    "Första veckan är gjord. Två av tre hus är i gång.",
    "Vi har mätt en gång och det rör sig åt rätt håll.",
    "Planen är klar och testgruppen har sagt ja.",
)


class _City:
    """Whom the demo acts as, and the dice it is thrown with."""

    def __init__(self, office: Viewer, now: datetime) -> None:
        self.office, self.now, self.dice = office, now, np.random.default_rng(SEED)
        rows = Employment.objects.select_related("person__node").filter(person__protected=False)
        # Nobody of the office enters: nobody decides of their own.
        self.people = list(rows.filter(valid_to=None).exclude(person_id=office.person_id).order_by("pk"))
        self.units = list(Unit.objects.filter(parent=None).order_by("pk").values_list("node__ref", flat=True))

    def by(self, ago: float) -> dict[str, Any]:
        """The office, so many days ago."""
        return {"viewer": self.office, "now": self.now - timedelta(days=ago)}

    def some(self, many: int) -> list[Employment]:
        """So many people from all over the city, none twice."""
        chosen = self.dice.choice(len(self.people), size=min(many, len(self.people)), replace=False)
        return [self.people[place] for place in chosen.tolist()]

    def own(self, work: Employment, ago: float) -> dict[str, Any]:
        """Somebody themselves, so many days ago."""
        then = self.now - timedelta(days=ago)
        return {"viewer": viewer_of(work.person, timezone.localdate(then)), "now": then}


def fill(office: Viewer, now: datetime, tell: Tell) -> None:
    """Challenges, calls with entries, assessments and decisions, and initiatives on the four steps.

    `office` is somebody of the innovation office: the city director, a communicator or an administrator.
    """
    made = _City(office, now)
    steps = len(ROUNDS) + 3
    tell(STEP, 0, steps)
    with transaction.atomic():
        challenges = _challenges(made)
    tell(STEP, 1, steps)
    for place, one in enumerate(ROUNDS):
        with transaction.atomic():
            _round(made, one, challenges)
        tell(STEP, place + 2, steps)
    with transaction.atomic():
        _straight_in(made, challenges)
        _shaped(made, challenges[7])
    tell(STEP, steps - 1, steps)
    with transaction.atomic():
        begun = Initiative.objects.select_related("node").filter(gates=None, state="running")
        for place, each in enumerate(begun.order_by("pk")):
            _travelled(made, each, place)
    tell(STEP, steps, steps)


def _challenges(made: _City) -> list[str]:
    areas = list(Node.objects.filter(kind="area", ended=None).order_by("pk").values_list("ref", flat=True))
    return [
        actions.set_challenge(
            title=title, preamble=text, focus=focus, category=category, serves=[areas[place % len(areas)]],
            unit=made.units[place % len(made.units)],
            contacts="Idécoach, innovationskontoret\nInnovationsledare i förvaltningen", **made.by(1000),
        )
        for place, (title, text, focus, category) in enumerate(CHALLENGES)
    ]  # fmt: skip


def _round(made: _City, one: Round, challenges: Sequence[str]) -> None:
    opens = timezone.localdate(made.now - timedelta(days=one.ago))
    by = made.by(one.ago)
    ref = actions.set_call(
        title=one.title, text=one.text, inlet="challenge", opens=opens, closes=opens + timedelta(days=21),
        decides=opens + timedelta(days=63), seats=SEATS, funds=one.funds, blind=True, open_entries=True,
        seeks=[challenges[place] for place in one.challenges], **by,
    )  # fmt: skip
    for text, sort, hint, options, needed in QUESTIONS:
        actions.add_question(ref=ref, text=text, sort=sort, hint=hint, options=options, needed=needed, **by)
    for title, low, high, weight in CRITERIA:
        actions.add_criterion(ref=ref, title=title, low=low, high=high, weight=weight, **by)
    actions.open_call(ref=ref, **by)
    people = made.some(one.entries + ASSESSORS)
    for place, work in enumerate(people[ASSESSORS:]):
        _enter(made, ref, one, place, work)
    for work in people[:ASSESSORS]:
        actions.seat_assessor(ref=ref, person=work.person.node.ref, **made.by(one.ago - 2))
    if one.stage == "open":
        _prolong(made, ref, opens)
    elif one.stage == "off":
        actions.call_off(ref=ref, reason=WHY_OFF, **made.by(one.ago - 16))
    else:
        _read(made, ref, one)
    if one.stage == "decided":
        _decide(made, ref, one)


def _prolong(made: _City, ref: str, opens: date) -> None:
    actions.prolong_call(ref=ref, closes=opens + timedelta(days=28), reason=WHY_LATER, **made.by(1))


def _shaped(made: _City, challenge: str) -> None:
    """A call that is still being shaped, for the office to go on with."""
    today, by = timezone.localdate(made.now), made.by(2)
    ref = actions.set_call(
        title="Vägen in i arbete", text="Vad gör att någon går från svenska till arbete på ett år i stället för fem?",
        inlet="challenge", opens=today + timedelta(days=14), closes=today + timedelta(days=35),
        decides=today + timedelta(days=77), seats=SEATS, funds=500_000, blind=True, open_entries=True,
        seeks=[challenge], **by,
    )  # fmt: skip
    for text, sort, hint, options, needed in QUESTIONS:
        actions.add_question(ref=ref, text=text, sort=sort, hint=hint, options=options, needed=needed, **by)
    for title, low, high, weight in CRITERIA:
        actions.add_criterion(ref=ref, title=title, low=low, high=high, weight=weight, **by)


def _enter(made: _City, ref: str, one: Round, place: int, work: Employment) -> None:
    fitting = [idea for idea in IDEAS if idea[2] in one.challenges]
    others = [idea for idea in IDEAS if idea[2] not in one.challenges]
    title, text, _challenge = (fitting + others)[place % len(IDEAS)]
    by = made.own(work, one.ago - 1 - 7 * place / one.entries)
    entry = actions.enter(ref=ref, title=title, named=bool(place % 3), **by)
    signed = f"{text} Hör av er till {work.person.name}, {work.unit.name}, {work.person.email}."
    answers = [signed if place % 2 else text, SIGNS[place % 3], str(12 + 17 * place), "Nej"]
    send = one.stage != "open" or place % 4 != 3
    actions.write_entry(ref=entry, title=title, answers=answers, send=send, **by)


def _read(made: _City, ref: str, one: Round) -> None:
    """Closed, copied, given to assessors, and assessed: all of it where it has been decided, else most of it."""
    actions.close_call(ref=ref, **made.by(one.ago - 21))
    actions.release_copies(ref=ref, **made.by(one.ago - 22))
    actions.assign(ref=ref, **made.by(one.ago - 22))
    mild = {
        pk: made.dice.normal(0, 0.6)
        for pk in Assessor.objects.filter(call__node__ref=ref).values_list("pk", flat=True)
    }
    rows = Seat.objects.select_related("entry__node", "assessor__person__node").filter(
        entry__call__node__ref=ref
    )
    level = {pk: made.dice.normal(3.2, 0.8) for pk in sorted({row.entry_id for row in rows})}
    for place, seat in enumerate(rows.order_by("pk")):
        if one.stage == "assessment" and place % 5 == 0:
            continue
        said = (
            level[seat.entry_id]
            + mild[seat.assessor_id]
            + made.dice.normal(0, 0.5)
            + made.dice.normal(0, 0.5, len(CRITERIA))
        )
        scores = [str(int(value)) for value in np.clip(np.rint(said), 1, 5)]
        then = made.now - timedelta(days=one.ago - 30 - place % 7)
        viewer = viewer_of(seat.assessor.person, timezone.localdate(then))
        remark = REMARKS[place % len(REMARKS)]
        actions.assess(ref=seat.entry.node.ref, scores=scores, comment=remark, viewer=viewer, now=then)


def _decide(made: _City, ref: str, one: Round) -> None:
    entries = list(
        Entry.objects.filter(call__node__ref=ref).order_by("pk").values_list("node__ref", flat=True)
    )
    for place, entry in enumerate(entries):
        yes = place < one.yes
        actions.weigh(
            ref=entry, outcome="granted" if yes else "declined", reason=YES if yes else NO[place % 3],
            amount=one.funds // (one.yes + 1) if yes else 0, **made.by(one.ago - 55),
        )  # fmt: skip
    actions.decide_call(ref=ref, **made.by(one.ago - 58))


def _straight_in(made: _City, challenges: Sequence[str]) -> None:
    """Ideas told by people all over the city; half of the first thirty go straight in."""
    for place, work in enumerate(made.some(len(IDEAS))):
        title, text, challenge = IDEAS[place]
        ago = 700 - 16 * place
        inlet = ("idea", "challenge", "opportunity")[place % 3]
        idea = actions.tell_idea(
            title=title, text=text, inlet=inlet, answers=[challenges[challenge]], named=bool(place % 2),
            **made.own(work, ago),
        )  # fmt: skip
        if place % 2 == 0 and place < 30:
            actions.begin(ref=idea, **made.by(ago - 10))


def _travelled(made: _City, one: Initiative, place: int) -> None:
    """As far as it has come: every third was stopped, some are in everyday use, the rest are on their way."""
    ref, began = one.node.ref, (made.now - one.begun_at).days
    stopped, steps = place % 3 == 2, place % 5
    days = [max(1.0, began * (1 - (step + 1) / 6)) for step in range(5)]
    goal, unit, baseline, target = GOALS[place % len(GOALS)]
    actions.plan(
        ref=ref, title=one.node.title, what=one.what, how=one.how, group=f"{8 + place % 9} hushåll eller lag på två ställen",
        reason="De det gäller har sagt det själva, fler än en gång.", plan="Två veckor att förbereda, åtta att prova, en att dra slutsats.",
        cost=20_000 + 15_000 * (place % 9), partners="Högskolan" if place % 4 == 0 else "", **made.by(days[0] + 1),
    )  # fmt: skip
    actions.aim(
        ref=ref, text=goal, measured_in=unit, baseline=baseline, target=target, **made.by(days[0] + 1)
    )
    for step in range(min(steps, 2)):
        actions.pass_gate(
            ref=ref, result="scale", reason="Det som grinden frågar efter finns.", **made.by(days[step])
        )
    if steps > 2 or (stopped and steps == 2):
        _measured(made, ref, one, stopped=stopped, ago=days[2])
    if stopped:
        why, lesson = LESSONS[place // 3 % len(LESSONS)]
        actions.pass_gate(ref=ref, result="stop", reason=why, lesson=lesson, **made.by(days[3]))
        return
    for step in range(2, steps):
        lesson = DONE[place % 3] if step == 3 else ""
        actions.pass_gate(
            ref=ref, result="scale", reason="Effekten syns, och andra vill ha det.", lesson=lesson, **made.by(days[step])
        )  # fmt: skip
    if steps < 4:
        _now(made, ref, place)


def _measured(made: _City, ref: str, one: Initiative, *, stopped: bool, ago: float) -> None:
    goal = EffectGoal.objects.get(initiative=one)
    assert goal.baseline is not None
    assert goal.target is not None
    came = made.dice.uniform(-0.1, 0.3) if stopped else made.dice.uniform(0.5, 1.1)
    value = round(goal.baseline + came * (goal.target - goal.baseline), 1)
    by = made.by(ago)
    on = timezone.localdate(by["now"])
    actions.measure(ref=ref, goal=goal.pk, measured=value, on=on, comment="Åtta veckor, två ställen.", **by)
    actions.fund(
        ref=ref,
        sort="used",
        amount=int(made.dice.integers(8, 60)) * 1000,
        on=on,
        comment="Tid och material",
        **by,
    )
    if not stopped:
        actions.fund(
            ref=ref,
            sort="home",
            amount=int(made.dice.integers(5, 90)) * 1000,
            on=on,
            comment="Tid som blev till annat, på ett år",
            **by,
        )


def _now(made: _City, ref: str, place: int) -> None:
    due = timezone.localdate(made.now) + timedelta(days=5 * place - 12)
    actions.note(
        ref=ref, latest=LATEST[place % 3], obstacle=OBSTACLES[place % 5], next_on=due, coaching=place % 4 == 0,
        **made.by(4),
    )  # fmt: skip
