"""What was in the way in Sundhamn in its third to seventh year: 1,500 obstacles, from a seed.

Their lives are made up one by one and written many at a time: the same rows as by the room's actions, one
after another, which a test holds them to.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

import numpy as np
from django.utils import timezone

from ledstjarna.demo.lives import Cast, Life, write
from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import steward
from ledstjarna.rooms.obstacles import actions

OBSTACLES = 1500
BATCH = 250
RECENT = 150  # days back in which some have been forgotten
FORGOTTEN = 0.12  # of the latest obstacles: nobody has answered, whatever was promised
YEARS = 1600  # days back in which they were reported
UNNAMED = 1 / 3

T = TypeVar("T")
Tell = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Thing:
    """What stands in the way, how, who removes it, and what is answered.

    `desk` is the code of the unit that removes it wherever it is; empty where the line does.
    """

    desk: str
    name: str
    faults: tuple[str, ...]
    removed: tuple[str, ...]


# The names of functions, in Swedish and English, the code of the unit, and the days that it promises.
DESKS = (
    ("IT", "IT", "slf-2", 5),
    ("HR", "HR", "slf-3", 10),
    ("Lokaler", "Premises", "sbf-4", 10),
    ("Inköp", "Purchasing", "slf-1", 15),
)
IT, HR, PREMISES, PURCHASING, LINE = "slf-2", "slf-3", "sbf-4", "slf-1", ""
THINGS = (
    Thing(IT, "Skrivaren", ("fastnar varje gång vi skriver ut mer än fem sidor", "står i ett annat hus", "tar bara emot utskrifter från fasta datorer", "är trasig för tredje gången i år"), ("En ny skrivare är på plats. Den gamla är lämnad till återbruk.", "Skrivaren tar emot från surfplattorna också.")),
    Thing(IT, "Surfplattan", ("laddar ur före lunch", "loggar ut oss mitt i ett besök", "saknar täckning i källarna", "räcker inte till alla som går kvällspasset"), ("Batterierna är bytta i alla nio.", "Den håller inloggningen hela passet nu.")),
    Thing(IT, "Inloggningen", ("kräver två lösenord och ett kort", "fungerar inte för vikarier", "tar tio minuter varje morgon", "måste göras om när vi byter rum"), ("Det är ett steg i stället för tre.", "Vikarier får konto samma dag som de börjar.")),
    Thing(IT, "Journalsystemet", ("tappar det vi skrivit om nätet bryts", "går inte att läsa på en liten skärm", "frågar efter samma uppgift på tre ställen"), ("Det sparar medan man skriver.", "Två av de tre fälten är borta.")),
    Thing(IT, "Telefonen i bilen", ("har ingen hållare", "tar inte emot samtal över stadsgränsen", "har ett nummer som ingen känner till"), ("Hållare är monterade i alla bilar.", "Numret står i listan, och abonnemanget är bytt.")),
    Thing(IT, "Det trådlösa nätet", ("når inte personalrummet", "bryts när alla är på plats", "kräver ett nytt lösenord varje vecka"), ("En sändare till sitter i korridoren.", "Lösenordet gäller i ett år.")),
    Thing(IT, "Schemaprogrammet", ("visar fel vecka i telefonen", "går inte att ändra på kvällen", "skickar tre mejl för varje byte"), ("Rätt vecka visas. Felet satt i tidszonen.", "Ett mejl om dagen, och bara om något har ändrats.")),
    Thing(PREMISES, "Dörren till förrådet", ("kärvar så att vi måste vara två", "öppnas med en nyckel som bara finns i centrum", "slår igen bakom oss"), ("Tre nya nycklar hänger på expeditionen.", "Dörren är hyvlad och har fått en ny stängare.")),
    Thing(PREMISES, "Hissen", ("har varit trasig i tre veckor", "är för liten för en säng", "stannar en decimeter fel"), ("Reservdelen kom i tisdags. Hissen går.", "Den är justerad, och vi har lagt in den i rundan.")),
    Thing(PREMISES, "Värmen i personalrummet", ("slås av klockan fem fast vi arbetar till nio", "går inte att sänka", "kommer inte i gång förrän på tisdagar"), ("Tidsstyrningen är ändrad till halv tio.", "Termostaten är bytt och kan vridas av er.")),
    Thing(PREMISES, "Belysningen på parkeringen", ("slocknar innan kvällspasset går hem", "är trasig på halva sidan", "tänds mitt på dagen"), ("Den lyser till halv elva.", "Sju lampor är bytta.")),
    Thing(PREMISES, "Nyckelskåpet", ("kan bara öppnas av två personer", "står i ett låst rum", "saknar fyra nycklar"), ("Alla i laget har fått koden.", "Skåpet har flyttat ut i korridoren.")),
    Thing(PREMISES, "Ventilationen i mötesrummet", ("låter så att vi inte hör varandra", "blåser rakt på den som sitter vid bordet", "stängs av när rummet är fullt"), ("Filtret är bytt, och det är tyst.", "Donet är vinklat mot väggen.")),
    Thing(PREMISES, "Rampen vid entrén", ("är för brant för rullstolen", "blir glashal när det regnar", "slutar i en kant på två centimeter"), ("Kanten är borta och ytan ruggad.", "En längre ramp är byggd.")),
    Thing(HR, "Introduktionen för vikarier", ("kommer fyra veckor efter att de börjat", "är en film på två timmar", "finns bara på svenska"), ("Den görs första dagen, på två timmar, av en kollega.", "Den finns på fyra språk.")),
    Thing(HR, "Blanketten för semester", ("måste skrivas ut, skrivas under och skannas", "frågar efter uppgifter som ni redan har", "kommer tillbaka om en ruta är tom"), ("Blanketten är borta. Det görs i kalendern.", "Vi hämtar uppgifterna själva.")),
    Thing(HR, "Godkännandet av passbyten", ("går via tre personer som alla säger ja", "hinner aldrig komma före passet", "kräver att båda är inloggade samtidigt"), ("Laget godkänner själva.", "Ett ja räcker, och det får komma efteråt.")),
    Thing(HR, "Beställningen av arbetskläder", ("görs en gång om året", "ger alla samma storlek", "skickas till fel hus"), ("Det går att beställa varje månad.", "Adressen är rättad och storlekarna inlagda.")),
    Thing(HR, "Ansökan om kurs", ("ska göras om varje halvår fast inget ändrats", "besvaras när kursen redan har varit"), ("Den gäller i två år.", "Enheten svarar själv, samma vecka.")),
    Thing(PURCHASING, "Beställningen av förbrukningsmaterial", ("tar längre tid än att gå och handla", "har ett minsta belopp som är för högt för oss", "går bara att göra på onsdagar"), ("Upp till tusen kronor köper enheten själv, med kort.", "Minsta belopp är borttaget.")),
    Thing(PURCHASING, "Fakturan för småköp", ("måste attesteras av någon som sällan är här", "skickas runt i tre veckor", "kommer tillbaka för en siffra"), ("Den som köper attesterar upp till femhundra kronor.", "Siffran fylls i av sig själv.")),
    Thing(PURCHASING, "Handskarna", ("går sönder efter en timme", "kommer i fel storlek varje gång", "är slut varannan vecka"), ("Artikeln är utbytt i avtalet.", "Ni får två storlekar i varje leverans.")),
    Thing(PURCHASING, "Kortet för bensin", ("fungerar inte på macken närmast", "finns i ett exemplar för fyra bilar"), ("Det finns ett kort i varje bil.", "Avtalet gäller alla mackar i staden.")),
    Thing(LINE, "Morgonmötet", ("tar fyrtio minuter från dem vi är till för", "krockar med frukosten", "handlar mest om det som redan hänt"), ("Mötet är femton minuter och börjar efter frukosten.", "Vi har slutat med det. Säg till om någon saknar det.")),
    Thing(LINE, "Överlämningen mellan passen", ("görs två gånger, på papper och i datorn", "hinns inte med när bussen är sen", "missar dem som bara arbetar helg"), ("Den skrivs en gång, i datorn.", "Passen går om varandra i tio minuter.")),
    Thing(LINE, "Planeringen av rutterna", ("bygger på hur det var för två år sedan", "får oss att åka förbi varandra", "går inte att ändra när någon blir borta"), ("Laget lägger den själv från och med måndag.", "Rutterna är omlagda efter adress.")),
    Thing(LINE, "Rapporten till ledningen", ("läses inte av någon vad vi vet", "tar en dag i månaden", "frågar efter siffror som finns i systemet"), ("Vi har slutat med den. Ingen har saknat den.", "Den hämtas ur systemet i stället.")),
    Thing(LINE, "Listan över vikarier", ("är gammal när vi får den", "har nummer som inte går fram", "finns i tre varianter"), ("Det finns en lista, och den ändras samma dag.", "Gamla nummer är borttagna.")),
    Thing(LINE, "Den gemensamma kalendern", ("visar inte vilka som är lediga", "går inte att se i telefonen", "fylls av andras möten"), ("Ledighet syns för hela laget.", "Vi har fått en egen kalender.")),
    Thing(LINE, "Bilarna", ("räcker inte till på förmiddagen", "är bokade av andra som inte använder dem", "står med tom tank varje måndag"), ("Vi delar med grannenheten sedan i måndags.", "Bokningar som inte hämtats släpps efter en kvart.")),
    Thing(LINE, "Cyklarna", ("har punktering och ingen pump", "får inte plats under tak", "saknar lås"), ("Det hänger en pump och två slangar i förrådet.", "Tre nya lås är på plats.")),
    Thing(LINE, "Parkeringen", ("är full när vi byter pass", "ligger tio minuter bort", "kostar oss mer än bussen"), ("Fyra platser är våra mellan sex och åtta.", "Vi har fått tillstånd på gatan utanför.")),
    Thing(LINE, "Materialet till utflykterna", ("är låst i ett rum som vi inte har nyckel till", "saknas varannan gång vi behöver det"), ("Rummet är öppet dagtid.", "Det finns en låda i varje hus.")),
)  # fmt: skip
CANNOT = (
    "Det går inte i år. Pengarna är slut, och jag har tagit upp det inför nästa.",
    "Avtalet gäller året ut. Er fråga är med i nästa upphandling.",
    "Lagen kräver att vi gör så. Jag har bett juristen titta på om det kan bli enklare.",
    "Huset är hyrt och ska lämnas i vår, så vi lagar det inte. Säg till om det blir farligt.",
    "Jag har frågat, och svaret är nej. Det är tråkigt, men nu vet vi.",
)
EFFECTS = (
    "Vi förlorar en halvtimme om dagen.", "Det blir fel när det är bråttom.", "De vi är till för får vänta.",
    "Nya medarbetare ger upp första veckan.", "Det märks mest på helgen.", "Vi har sagt det förut.",
    "Det är en liten sak, men den händer varje dag.", "I går blev två besök sena.", "Det tar en person i anspråk.",
    "Barnen märker det.", "Vi löser det genom att låna av grannen.", "Två av oss har lagat det själva.",
    "Så har det varit sedan i våras.", "Det började efter flytten.", "Ingen vet vem som äger frågan.",
    "Det gäller hela huset.", "De som är nya tror att det ska vara så.", "Vi skriver upp det på en lapp.",
    "En anhörig frågade varför.", "Det är enklare när två är på plats.",
)  # fmt: skip
HANDED = (
    "Vi når inte dit själva.",
    "De kan ta bort det.",
    "Det är deras att besluta om.",
    "Vi har frågat dem, och de tar det.",
)
LATER = ("Delen är beställd från Tyskland.", "Vi väntar på besked om pengar.", "Den som kan det är ledig.")
LEFT = ("Det hjälpte en vecka.", "Bara på ena sidan.", "Fel storlek den här gången också.")


def texts(rng: np.random.Generator) -> Iterator[tuple[Thing, str]]:
    """Obstacles in words without end: of each what it is, and the text."""
    while True:
        thing = _one(rng, THINGS)
        effects = rng.choice(len(EFFECTS), int(rng.choice(3, p=(0.3, 0.5, 0.2))), replace=False).tolist()
        yield thing, " ".join([f"{thing.name} {_one(rng, thing.faults)}.", *(EFFECTS[n] for n in effects)])


def _one(rng: np.random.Generator, of: Sequence[T]) -> T:
    return of[int(rng.integers(len(of)))]


def fill(now: datetime, tell: Tell, *, many: int = OBSTACLES, seed: int = 17) -> None:
    """Report and answer so many obstacles over the years until now."""
    _desks(now - timedelta(days=YEARS + 10))
    lives = made_up(Cast(now), now, many=many, seed=seed)
    for start in range(0, len(lives), BATCH):
        write(lives[start : start + BATCH])
        tell("What was in the way", min(start + BATCH, len(lives)), len(lives))


def _desks(at: datetime) -> None:
    administrator = steward("", timezone.localdate(at))
    units = {one.code: one.node.ref for one in Unit.objects.select_related("node")}
    for name, name_en, code, days in DESKS:
        actions.appoint(name=name, name_en=name_en, unit=units[code], days=days, viewer=administrator, now=at)


def made_up(cast: Cast, now: datetime, *, many: int, seed: int) -> list[Life]:
    """So many lives of obstacles, the oldest first, each as far as it has come by now."""
    rng = np.random.default_rng(seed)
    days = np.sort(rng.integers(2, YEARS, many))[::-1].tolist()
    return [
        _life(cast, rng, thing, text, now - timedelta(days=ago), now)
        for ago, (thing, text) in zip(days, texts(rng), strict=False)
    ]


def _life(cast: Cast, rng: np.random.Generator, thing: Thing, text: str, at: datetime, now: datetime) -> Life:
    """One obstacle from the day it was reported."""
    work = cast.works[int(rng.integers(len(cast.works)))]
    hinders = [_one(rng, cast.goals)] if cast.goals and rng.random() < 0.15 else []
    astray = bool(thing.desk) and rng.random() < 0.2  # it goes to the line first
    life = Life(cast, text, work, "" if astray else thing.desk, hinders, sealed=bool(rng.random() < 0.06))
    at = life.report(at, named=bool(rng.random() >= UNNAMED))
    if astray:
        at += timedelta(days=int(rng.integers(1, 5)))
        if at < now and life.head and cast.units[thing.desk] != life.receiver:
            life.hand_over(at, thing.desk, _one(rng, HANDED))
    moment = at + timedelta(days=int(rng.gamma(2.2, 4.5)) + 1)
    forgotten = rng.random() < FORGOTTEN and (now - at).days < RECENT
    if life.head and moment < now and not forgotten:
        _answered(rng, thing, life, moment, now)
    return life


def _answered(rng: np.random.Generator, thing: Thing, life: Life, moment: datetime, now: datetime) -> None:
    """What the answer was, perhaps after a later day or a plan: that it is removed, or cannot be."""
    draw = rng.random()
    later = moment + timedelta(days=int(rng.integers(8, 60)))
    if draw < 0.08:
        until = max(timezone.localdate(later), life.promised + timedelta(days=1))
        life.postpone(moment, until, _one(rng, LATER))
        moment = later
    elif draw < 0.2:
        life.answer(moment, "planned", "Vi gör det, men inte i dag.", timezone.localdate(later))
        moment = later + timedelta(days=int(rng.integers(0, 9)))
    if moment >= now:
        return
    outcome = "cannot" if rng.random() < 0.18 else "removed"
    life.answer(moment, outcome, _one(rng, CANNOT if outcome == "cannot" else thing.removed))
    _helped(rng, thing, life, moment + timedelta(days=int(rng.integers(1, 6))), now)


def _helped(rng: np.random.Generator, thing: Thing, life: Life, at: datetime, now: datetime) -> None:
    """Two of three say whether it helped; silence closes the rest, and a no is answered once more."""
    if rng.random() > 0.68 or at + timedelta(days=1) >= now:
        life.be_silent(now)
        return
    helped = bool(rng.random() < (0.9 if life.state == "removed" else 0.55))
    life.judge(at, helped=helped, text="" if helped else _one(rng, LEFT))
    again = at + timedelta(days=int(rng.integers(3, 16)))
    if not life.ending and again < now:
        life.answer(again, "removed", _one(rng, thing.removed))
        _helped(rng, thing, life, again + timedelta(days=int(rng.integers(1, 6))), now)
