"""What Sundhamn is steered by in its third year: programme, directions, missions, goals, plans and what was learnt."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import cycle
from typing import Any

import numpy as np

from ledstjarna.people.models import Authority, RoleAssignment, Unit
from ledstjarna.people.room import Role
from ledstjarna.people.viewer import Viewer, viewer_of
from ledstjarna.rooms.missions import actions
from ledstjarna.thread.models import Node

PLANS = 120
MEETING_DAYS = 170


@dataclass(frozen=True, slots=True)
class Way:
    """A direction: what it is called and says, the area it serves, and what follows it in numbers.

    `start` and `drift` are the first figure and its change in a quarter; `unit` is what it is measured in.
    """

    title: str
    text: str
    area: str
    indicator: str
    unit: str
    better: str
    start: float
    drift: float


@dataclass(frozen=True, slots=True)
class Want:
    """A goal: what it is called, what will be different, for whom, and what was learnt of it."""

    title: str
    text: str
    whom: str
    learnt: str


@dataclass(frozen=True, slots=True)
class Charge:
    """What a board or company is there for, by its code, and what it wants."""

    code: str
    title: str
    text: str
    whom: str
    area: str
    goals: tuple[Want, ...]


PROGRAMME = (
    "Närmare varandra",
    "Under de här fyra åren flyttar vi beslut närmare dem de gäller, prövar i liten skala och berättar vad vi lär oss. Vi lägger ned det som ingen längre har nytta av.",
)
HARBOUR, NEAR, TRYING, GROWING, SHARED = (
    "Den öppna hamnen", "Den nära staden", "Den prövande staden", "Den växande människan", "Det gemensamma uppdraget",
)  # fmt: skip
DIRECTIONS = (
    Way("Vattnet ska vara nära för alla", "Fler ska kunna nå havet till fots, med rullstol och med barnvagn, året om.", HARBOUR, "Invånare som varit vid vattnet den senaste månaden", "procent", "up", 58.0, 0.6),
    Way("Den som behöver oss ska möta få av oss", "Samma människor, samma nummer, samma svar. Vi samordnar oss så att ingen annan behöver göra det.", NEAR, "Olika medarbetare som en person med hemtjänst möter på två veckor", "personer", "down", 13.4, -0.35),
    Way("Svar i tid", "Den som frågar staden får veta när svaret kommer, och får det då.", NEAR, "Frågor som besvarats den dag som lovats", "procent", "up", 66.0, 1.1),
    Way("Prova först", "Vi prövar i liten skala innan vi bestämmer oss för något stort, och slutar med det som inte hjälper.", TRYING, "Små försök som avslutats med en lärdom", "försök i kvartalet", "neither", 4.0, 1.3),
    Way("Alla barn är sedda", "Varje barn har en vuxen utanför hemmet som märker när något är annorlunda.", GROWING, "Elever som säger att en vuxen i skolan känner dem väl", "procent", "up", 71.0, 0.5),
    Way("Havet mår bättre", "Det vi gör på land ska inte skada det som lever i vattnet.", HARBOUR, "Siktdjup i inre hamnen", "meter", "up", 2.6, 0.05),
    Way("Den som är närmast avgör", "Den som arbetar närmast invånaren får avgöra hur det görs, och vet att det är så.", SHARED, "Medarbetare som vet vad de själva får avgöra", "procent", "up", 49.0, 2.1),
)  # fmt: skip
CHARGES = (
    Charge("ks", "Hålla ihop staden", "Se helheten, hålla ekonomin i balans och göra plats för det som andra vill pröva.", "Invånare, företag och föreningar", SHARED, (
        Want("Fler litar på stadens ord", "Det vi säger att vi ska göra märks hos den det gäller.", "Invånare i alla stadsdelar", "Förtroendet följer hur fort vi säger som det är, inte hur bra nyheten är."),
        Want("Det är lätt att driva företag här", "Den som startar något har en väg in och en människa att ringa.", "Företag med färre än tio anställda", "En enda kontaktperson betydde mer än en ny webbplats."),
    )),
    Charge("bun", "Ge varje barn en början att lita på", "Förskola och skola där varje barn är känt, tryggt och nyfiket.", "Barn och deras vårdnadshavare", GROWING, (
        Want("Fler barn läser för nöjes skull", "Barn väljer en bok fast de inte måste.", "Barn mellan sju och tolv år", "Tjugo minuter efter lunch räckte, när den vuxna läste själv."),
        Want("Vägen till skolan är trygg att gå", "Barn går och cyklar själva, och deras föräldrar låter dem.", "Barn i låg- och mellanstadiet", "Rektorerna som frågade barnen fick andra svar än trafikmätningen."),
    )),
    Charge("gvn", "Öppna vägar vidare", "Utbildning som leder till arbete, fortsatta studier eller ett nytt sammanhang, oavsett ålder.", "Unga och vuxna som vill lära", GROWING, (
        Want("Fler kommer vidare efter gymnasiet", "Unga arbetar eller studerar ett år efter skolan.", "Unga mellan sexton och tjugo år", "De som hade en mentor utanför skolan stannade kvar i det de börjat."),
        Want("Vuxna lär om medan de arbetar", "Den vars yrke förändras hinner före.", "Vuxna som behöver ett nytt yrke", "Kvällskurserna fylldes först när de flyttade till arbetsplatserna."),
    )),
    Charge("von", "Ett gott liv hela livet", "Stöd och vård som gör att människor kan leva som de vill, så länge det går.", "Äldre och personer med funktionsnedsättning", NEAR, (
        Want("Den som har hemtjänst känner igen den som kommer", "Några få välkända ansikten i stället för många nya.", "Personer med hemtjänst", "Små lag som lägger sitt eget schema sänkte antalet ansikten, utan fler timmar."),
        Want("Färre äldre är ensamma", "Den som vill ha sällskap har det.", "Personer över åttio år som bor ensamma", "Sopplunchen lockade färre än verkstaden: man kommer för att göra något."),
    )),
    Charge("son", "Finnas där när livet skakar", "Tidigt stöd, utan skam och utan omvägar, till den som behöver det.", "Barn, unga och vuxna i utsatthet", NEAR, (
        Want("Barn får stöd innan det blir en utredning", "Familjer söker själva, tidigt.", "Familjer med barn", "Öppna tider på biblioteket nådde andra än dem som ringer oss."),
        Want("Fler tar sig ur våld", "Den som vågar berätta möter någon som stannar.", "Vuxna och barn som lever med våld", "Samma handläggare hela vägen var det som de själva nämnde först."),
    )),
    Charge("sbn", "Bygga så att människor möts", "Planera och bygga en stad där vardagen är nära.", "Boende, byggande och besökare", HARBOUR, (
        Want("Bygglov går att förstå och räkna med", "Den som bygger vet vad som gäller och när svaret kommer.", "Den som söker bygglov", "Ett samtal före ansökan halverade kompletteringarna."),
        Want("Nya kvarter har liv i bottenvåningen", "Människor stannar till där de bor.", "Boende i nya kvarter", "Låg hyra första året gav fler verksamheter än vackra ritningar."),
    )),
    Charge("tkn", "Hålla staden hel, ren och framkomlig", "Gator, vatten, parker och avfall som fungerar utan att man tänker på det.", "Alla som bor och rör sig här", NEAR, (
        Want("Det går att ta sig fram på vintern", "Den som går eller rullar kommer fram även när det snöat.", "Gående, cyklister och personer med rullator", "Att sanda gångvägar först gav färre fall och inga fler klagomål från bilister."),
        Want("Fel lagas den dag vi lovat", "Den som anmäler ett fel vet när det är lagat.", "Invånare som anmäler fel", "Ett löfte om tisdag är bättre än en förhoppning om i dag."),
    )),
    Charge("mkn", "Vårda det vi lever av", "Rent vatten, ren luft och mat att lita på.", "Invånare, företag och dem som kommer efter oss", HARBOUR, (
        Want("Havet går att bada i hela sommaren", "Ingen badplats stängs för vattnets skull.", "Badande", "Två dagvattenbrunnar stod för nästan hela problemet."),
        Want("Restauranger gör rätt från början", "Den som öppnar vet vad som gäller innan första gästen.", "Företag som serverar mat", "Besök före öppning tog bort de flesta anmärkningar efter."),
    )),
    Charge("kfn", "Ge plats för lust", "Kultur, idrott och möten som alla har råd med och hittar till.", "Barn, unga, föreningar och alla som söker sällskap", GROWING, (
        Want("Fler unga har någonstans att vara", "Det finns en plats att gå till efter skolan, utan krav.", "Unga mellan tretton och nitton år", "De unga ville ha nycklar, inte aktiviteter."),
        Want("Föreningar får hjälp i stället för blanketter", "Den som vill göra något för andra kommer igång.", "Föreningar", "En blankett i stället för fyra gav trettio nya ansökningar."),
    )),
    Charge("ann", "Göra plats för allas förmåga", "Stöd till arbete och egen försörjning, tillsammans med dem som anställer.", "Arbetssökande och arbetsgivare", SHARED, (
        Want("Fler går från bidrag till lön", "Människor får ett arbete som håller.", "Vuxna med försörjningsstöd", "Praktik utan löfte om samtal efteråt hjälpte ingen."),
        Want("Arbetsgivare hittar dem de söker", "Det går att anställa någon härifrån.", "Företag som anställer", "Att fråga efter förmågor i stället för meriter gav dubbelt så många sökande."),
    )),
    Charge("ofn", "Skydda den som inte själv kan bevaka sin rätt", "Gode män och förvaltare som gör skillnad, och en tillsyn att lita på.", "Personer med god man eller förvaltare", SHARED, (
        Want("Den som behöver en god man får en i tid", "Ingen väntar på någon som kan föra dess talan.", "Personer som behöver stöd", "Den som redan är god man är den bästa på att värva nästa."),
    )),
    Charge("ham", "En hamn för gods och för människor", "Trygg sjöfart, renare varje år, och en kaj som hör till staden.", "Rederier, resande och Sundhamnsbor", HARBOUR, (
        Want("Fartyg ligger tysta vid kaj", "De som bor vid hamnen sover om natten.", "Boende vid hamnen", "Elanslutning användes först när den var billigast, inte när den var möjlig."),
    )),
    Charge("bos", "Hem att bli kvar i", "Bostäder som människor har råd med och trivs i.", "Hyresgäster och bostadssökande", NEAR, (
        Want("Hyresgäster känner sina grannar", "Man hälsar, lånar och hjälps åt.", "Hyresgäster", "Grannar möts i tvättstugan om där finns en bänk."),
    )),
    Charge("ene", "Värme och ljus utan dåligt samvete", "Energi som är trygg, rimlig i pris och fri från fossilt.", "Hushåll och företag", TRYING, (
        Want("Kunder förbrukar när det finns gott om el", "Hushåll sänker sin kostnad utan att frysa.", "Hushåll med fjärrvärme och el", "En lampa som visar läget gjorde mer än en app."),
    )),
    Charge("are", "Stora upplevelser, nära hemma", "Evenemang som fyller staden med liv och som fler har råd att se.", "Publik, arrangörer och föreningar", HARBOUR, (
        Want("Fler ser något för första gången", "Den som aldrig varit på arenan kommer dit.", "Sundhamnsbor som inte brukar gå", "Biljetter genom föreningar nådde dem som annonser inte når."),
    )),
)  # fmt: skip
# How a unit goes about it: a name, where it is, what it wants, how it does it.
TEXTS = (
    ("Färre ansikten, mer tid", "I dag möter den vi är till för många av oss, och får berätta samma sak flera gånger.", "Var och en ska känna igen den som kommer, och veta vem det är nästa gång.", "Vi delar in oss i små lag som lägger sitt eget schema. Vi provar i ett lag först."),
    ("Säga när svaret kommer", "Vi svarar fort på det lätta och tyst på det svåra.", "Den som frågar vet samma dag när svaret kommer.", "Vi läser frågorna tillsammans varje morgon i tio minuter och lovar en dag."),
    ("Sluta med det ingen saknar", "Vi lägger tid på uppgifter som ingen läser.", "Vi lägger tiden på dem vi är till för.", "Varje månad slutar vi med en sak i fyra veckor. Saknar ingen den börjar vi inte igen."),
    ("Fråga först", "Vi vet vad vi gör, men inte alltid vad det betyder för den andre.", "Det vi gör är det som behövs.", "Var och en frågar en person i veckan vad som var viktigt, och vi pratar om svaren på fredagen."),
    ("Lära av varandra", "Vi löser samma sak på olika ställen utan att veta om det.", "Det som fungerar hos en av oss finns hos fler.", "Vi byter plats en dag i månaden och skriver tre rader om vad vi såg."),
    ("Trygga överlämningar", "Det viktigaste försvinner när någon går av sitt pass.", "Ingen ska märka att vi byter av varandra.", "Vi möts fem minuter vid bytet och har en lista som alla har varit med om att skriva."),
)  # fmt: skip
SEEN = (
    ("Det blev lugnare än vi trodde. Fler sa vad de tyckte.", "Att vi behövde fråga fler än en gång innan någon svarade ärligt.", "Vi fortsätter, och börjar mötet med det som inte gick."),
    ("Halva laget gjorde det, halva glömde.", "Det som inte finns i vardagen blir inte av. En lapp på dörren hjälpte mer än ett mejl.", "Vi lägger det i början av passet i stället för i slutet."),
    ("Några av dem vi är till för märkte skillnad och sa det.", "Små saker syns. Det vi trodde var stort märkte ingen.", "Vi slutar med det stora och gör mer av det lilla."),
    ("Det fungerade hos oss men inte hos grannen.", "De hade andra tider. Det var inte viljan som skilde.", "Grannen provar en egen variant, och vi jämför i vår."),
    ("Vi hann inte. Två vakanser.", "Att det är bättre att säga det högt än att låtsas.", "Vi skjuter på starten en månad och har sagt det till alla."),
)  # fmt: skip
QUESTIONS = (
    ("bun", 0, "Hur vet vi att barnen läser för nöjes skull och inte för att de måste?", "Vi frågar barnen själva, två gånger om året, och tittar på vad som lånas under loven.", 120),
    ("von", 0, "Vad kostar de små lagen jämfört med i dag?", "Lika mycket. Restiden minskade ungefär så mycket som samordningen tog.", 90),
    ("sbn", 0, "Gäller löftet om svarstid också den som bygger litet?", "Ja, och där är det lättast att hålla.", 60),
    ("tkn", 1, "Varför dröjer lagningen av gångbron vid Norra kajen?", "", 31),
    ("kfn", 0, "Vem har nycklarna när något går sönder?", "", 6),
    ("ks", 1, "Räknas ensamföretagare in här?", "", 2),
)  # fmt: skip

Tell = Callable[[str, int, int], None]


def steer(
    vision: str, approaches: list[str], director: Viewer, since: datetime, now: datetime, tell: Tell
) -> None:
    """Set the whole chain under a vision, and follow it up from then until now, by what all lean on."""
    areas = dict(Node.objects.filter(kind="area", outward__target__ref=vision).values_list("title", "ref"))
    by: dict[str, Any] = {"viewer": director, "now": since}
    years: dict[str, Any] = {"begins": date(since.year, 1, 1), "ends": date(since.year + 3, 12, 31)}
    programme = actions.set_programme(
        ref=vision, title=PROGRAMME[0], text=PROGRAMME[1], serves=[vision, *areas.values()], **years, **by
    )
    directions = [_direction(way, programme, areas, director, since, now) for way in DIRECTIONS]
    goals = _charges(areas, directions, director, since, now, tell)
    plans = list(_plans(goals, since + timedelta(days=60), now, tell))
    _talks(plans, approaches, now, tell)
    _told(director, now)
    for code, which, text, answer, ago in QUESTIONS:
        _question(goals[code][which], text, answer, director, now - timedelta(days=ago))


def _direction(
    way: Way, programme: str, areas: dict[str, str], director: Viewer, since: datetime, now: datetime
) -> str:
    by: dict[str, Any] = {"viewer": director, "now": since + timedelta(days=7)}
    ref = actions.set_direction(
        ref=programme, title=way.title, text=way.text, serves=[programme, areas[way.area]], given_to=[], **by
    )
    indicator = actions.follow(
        ref=ref,
        title=way.indicator,
        measured_in=way.unit,
        origin="Stadens egen mätning",
        better=way.better,
        **by,
    )
    noise = np.random.default_rng(len(way.title))
    for quarter in range(int((now - since).days / 91)):
        moment = since + timedelta(days=91 * (quarter + 1))
        value = way.start + way.drift * quarter + noise.normal(0, abs(way.drift))
        half = max(abs(way.drift) * 2, way.start * 0.02)
        actions.measure(
            ref=indicator, on=moment.date(), value=round(value, 1), low=round(value - half, 1),
            high=round(value + half, 1), viewer=director, now=moment,
        )  # fmt: skip
    return ref


def _charges(
    areas: dict[str, str], directions: list[str], director: Viewer, since: datetime, now: datetime, tell: Tell
) -> dict[str, list[str]]:
    """The missions and goals of every board and company: the refs of the goals by code."""
    boards = {one.code: one.node.ref for one in Authority.objects.select_related("node")}
    goals: dict[str, list[str]] = {}
    ways = cycle(directions)
    for n, charge in enumerate(CHARGES, 1):
        moment = since + timedelta(days=20 + n)
        by: dict[str, Any] = {"viewer": director, "now": moment}
        mission = actions.set_mission(
            ref=boards[charge.code], title=charge.title, text=charge.text, whom=charge.whom,
            serves=[areas[charge.area]], **by,
        )  # fmt: skip
        goals[charge.code] = [
            _goal(boards[charge.code], want, [mission, next(ways)], director, moment, now)
            for want in charge.goals
        ]
        tell("Missions and goals", n, len(CHARGES))
    return goals


def _goal(board: str, want: Want, serves: list[str], director: Viewer, since: datetime, now: datetime) -> str:
    ends = now.date() + timedelta(days=400)
    ref = actions.set_goal(
        ref=board, title=want.title, text=want.text, whom=want.whom, target="", ends=ends, serves=serves,
        viewer=director, now=since,
    )  # fmt: skip
    for round_ in range(int((now - since).days / 250)):
        moment = since + timedelta(days=240 * (round_ + 1))
        saw, learnt, changes = SEEN[(len(want.title) + round_) % len(SEEN)]
        actions.hold(
            ref=ref, held_on=moment.date(), met="Presidiet, förvaltningsledningen och tre enheter", saw=saw,
            learnt=want.learnt if round_ == 0 else learnt, changes=changes,
            next_on=moment.date() + timedelta(days=240), viewer=director, now=moment,
        )  # fmt: skip
    return ref


def _plans(
    goals: dict[str, list[str]], since: datetime, now: datetime, tell: Tell
) -> Iterator[tuple[str, Viewer]]:
    """A plan for so many units as have a manager, each serving a goal of its own board: refs and managers."""
    held = RoleAssignment.objects.select_related("person__node")
    leading = held.filter(role=Role.MANAGER, unit__authority__code__in=list(goals)).order_by("unit_id", "pk")
    rows = list({row.unit_id: row for row in leading}.values())
    chosen = rows[:: max(1, len(rows) // PLANS)][:PLANS]
    units = {one.pk: one for one in Unit.objects.select_related("node", "authority")}
    for n, row in enumerate(chosen):
        unit = units[row.unit_id or 0]
        moment = since + timedelta(days=n % 40)
        title, stands, text, how = TEXTS[n % len(TEXTS)]
        manager = viewer_of(row.person, moment.date())
        own = goals[unit.authority.code if unit.authority else ""]
        ref = actions.set_plan(
            ref=unit.node.ref, title=title, stands=stands, text=text, how=how,
            ends=now.date() + timedelta(days=300), serves=[own[n % len(own)]], viewer=manager, now=moment,
        )  # fmt: skip
        tell("Plans of units", n + 1, len(chosen))
        yield ref, manager


def _talks(plans: list[tuple[str, Viewer]], approaches: list[str], now: datetime, tell: Tell) -> None:
    """Two years of dialogues, and which approach each saw lived."""
    for n, (ref, manager) in enumerate(plans):
        for round_ in range(4):
            moment = now - timedelta(days=700 - round_ * MEETING_DAYS - n % 23)
            saw, learnt, changes = SEEN[(n + round_) % len(SEEN)]
            actions.hold(
                ref=ref, held_on=moment.date(), met="Hela enheten", saw=saw, learnt=learnt, changes=changes,
                next_on=moment.date() + timedelta(days=MEETING_DAYS),
                lived=[approaches[(n + round_) % len(approaches)]] if round_ else [], viewer=manager, now=moment,
            )  # fmt: skip
        tell("Two years of dialogues", n + 1, len(plans))


def _told(director: Viewer, now: datetime) -> None:
    """What two boards of three told of their year, the longest ago first; the others have been silent."""
    boards = {one.code: one.node.ref for one in Authority.objects.select_related("node")}
    for n, charge in enumerate(CHARGES):
        for turn in range(3 if n % 3 else 0):
            goal = charge.goals[turn % len(charge.goals)]
            actions.look(
                ref=boards[charge.code], sort="state", title=goal.title, text=goal.learnt, viewer=director,
                now=now - timedelta(days=560 - 170 * turn - 9 * n),
            )  # fmt: skip


def _question(goal: str, text: str, answer: str, director: Viewer, asked: datetime) -> None:
    held = RoleAssignment.objects.select_related("person__node").filter(
        role=Role.ELECTED, party__majority=False, person__protected=False
    )
    asker = held.order_by("pk")[0]
    ref = actions.ask(ref=goal, text=text, viewer=viewer_of(asker.person, asked.date()), now=asked)
    if answer:
        actions.answer(ref=ref, answer=answer, viewer=director, now=asked + timedelta(days=9))
