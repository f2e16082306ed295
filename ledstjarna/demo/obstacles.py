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
RECENT = 120  # days back in which some have been forgotten
YEARS = 1600  # days back in which they were reported
UNNAMED = 1 / 3

T = TypeVar("T")
Tell = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of obstacle: what stands in the way, what it leads to, who removes it, and what is answered.

    `desk` is the code of the unit that removes it wherever it is; empty where the line does.
    """

    desk: str
    things: tuple[str, ...]
    faults: tuple[str, ...]
    removed: tuple[str, ...]
    cannot: tuple[str, ...]


# The names of functions, in Swedish and English, the code of the unit, and the days that it promises.
DESKS = (
    ("IT", "IT", "slf-2", 5),
    ("HR", "HR", "slf-3", 10),
    ("Lokaler", "Premises", "sbf-4", 10),
    ("Inköp", "Purchasing", "slf-1", 15),
)
SORTS = (
    Sort("slf-2",
        ("Skrivaren", "Surfplattan", "Inloggningen", "Journalsystemet", "Telefonen i bilen", "Det trådlösa nätet", "Schemaprogrammet", "Datorn i personalrummet"),
        ("loggar ut oss mitt i arbetet", "går inte att använda på kvällen", "kräver två lösenord och ett kort", "tappar det vi skrivit", "är så långsam att vi skriver för hand i stället", "fungerar bara för fast anställda", "fastnar i uppdateringen varje måndag"),
        ("Uppdateringen läggs på natten från och med nu.", "Alla i laget har fått egna konton.", "Ny apparat är på plats. Den gamla är lämnad till återbruk.", "Inloggningen är ett steg i stället för tre."),
        ("Leverantören äger koden. Vi har skrivit in kravet i nästa upphandling.", "Lagen kräver två steg när det gäller journaler."),
    ),
    Sort("sbf-4",
        ("Dörren till förrådet", "Hissen", "Värmen i personalrummet", "Belysningen på parkeringen", "Nyckelskåpet", "Ventilationen i mötesrummet", "Låset på cykelrummet", "Rampen vid entrén"),
        ("kärvar så att två måste hjälpas åt", "har varit trasig i tre veckor", "går på tid och slocknar när vi är kvar", "stänger oss ute efter klockan fem", "låter så att vi inte hör varandra", "är för trång för en rullstol", "öppnas med en nyckel som bara finns i centrum"),
        ("Vaktmästaren var där i tisdags. Det är lagat.", "Tidsstyrningen är ändrad till halv åtta.", "Tre nya nycklar hänger på expeditionen.", "Delen är bytt, och vi har lagt in den i rundan."),
        ("Huset är hyrt och ska lämnas i vår. Vi flyttar er plats i stället.", "Byggnaden är skyddad. Vi har ställt dit en flyttbar lösning."),
    ),
    Sort("slf-3",
        ("Blanketten för semester", "Introduktionen för vikarier", "Anställningsbeviset", "Bytet av pass", "Beställningen av arbetskläder", "Ansökan om kurs"),
        ("måste skrivas ut, skrivas under och skannas", "tar fyra veckor och kommer efter att folk börjat", "går via tre personer som alla säger ja", "frågar efter uppgifter som ni redan har", "finns bara på engelska", "ska göras om varje halvår fast inget ändrats"),
        ("Ett godkännande räcker nu.", "Blanketten är borta. Det görs i kalendern.", "Vikarier får sin introduktion första dagen, i två timmar.", "Vi hämtar uppgifterna själva."),
        ("Kollektivavtalet kräver underskrift. Vi samlar dem en gång om året.", "Lagen säger att den ska sparas på papper."),
    ),
    Sort("slf-1",
        ("Beställningen av förbrukningsmaterial", "Fakturan för småinköp", "Handlingen av frukt", "Upphandlingen av cyklar", "Kortet för bensin"),
        ("tar längre tid än att köra och handla själv", "måste attesteras av någon som sällan är här", "har ett minsta belopp som är för högt för oss", "går bara att göra en dag i veckan", "ger oss fel storlek varje gång"),
        ("Upp till tusen kronor köper enheten själv, med kort.", "Minsta belopp är borttaget.", "Artikeln är utbytt i avtalet."),
        ("Avtalet gäller året ut. Er fråga är med i nästa.",),
    ),
    Sort("",
        ("Morgonmötet", "Överlämningen mellan passen", "Planeringen av rutterna", "Dokumentationen", "Listan över vikarier", "Den gemensamma kalendern", "Rapporten till ledningen", "Bilbokningen"),
        ("tar tid från dem vi är till för", "görs två gånger, på papper och i datorn", "kommer så sent att vi hinner köra fel", "läses inte av någon vad vi vet", "krockar med frukosten", "bygger på hur det var för två år sedan", "går inte att ändra när någon blir borta"),
        ("Vi har slutat med den. Säg till om någon saknar den.", "Mötet är femton minuter och börjar efter frukosten.", "Laget lägger den själv från och med måndag.", "Den skrivs en gång, i datorn."),
        ("Nämnden har beslutat om den. Jag har tagit upp det med dem.", "Den behövs för tillsynen. Vi har halverat den."),
    ),
    Sort("",
        ("Bilarna", "Cyklarna", "Parkeringen", "Resorna mellan husen", "Skåpen för ytterkläder", "Verktygen", "Materialet till utflykterna"),
        ("räcker inte till på förmiddagen", "är bokade av andra som inte använder dem", "ligger så långt bort att en kvart går", "är låsta i ett rum som vi inte har nyckel till", "är för få när alla är på plats", "saknas varannan gång vi behöver dem"),
        ("Vi delar med grannenheten sedan i måndags.", "Bokningar som inte hämtats släpps efter en kvart.", "Två till är på plats.", "Rummet är öppet dagtid."),
        ("Det finns inga pengar i år. Det är med i planen för nästa.",),
    ),
)  # fmt: skip
EFFECTS = (
    "Vi förlorar en halvtimme om dagen.", "Det blir fel när det är bråttom.", "De vi är till för får vänta.",
    "Nya medarbetare ger upp första veckan.", "Vi har slutat fråga och gör en egen lista.", "Det märks mest på helgen.",
    "Vi har sagt det förut utan att det hände något.", "Det är en liten sak, men den händer varje dag.", "",
)  # fmt: skip
PLACES = (
    "hos oss",
    "i köket",
    "på kvällen",
    "när vi är få",
    "vid entrén",
    "på övervåningen",
    "i östra delen",
    "",
)
HANDED = ("Det är deras dörr.", "De har avtalet.", "Vi äger inte systemet.", "De kan besluta om pengarna.")
LATER = ("Delen är beställd från Tyskland.", "Vi väntar på besked om pengar.", "Den som kan det är ledig.")
LEFT = ("Det hjälpte en vecka.", "Bara på ena sidan.", "Fel storlek den här gången också.")


def texts(rng: np.random.Generator) -> Iterator[tuple[Sort, str]]:
    """Obstacles in words without end: of each its sort, and the text."""
    while True:
        sort = SORTS[rng.choice(len(SORTS), p=(0.24, 0.2, 0.13, 0.09, 0.2, 0.14))]
        thing, fault = _one(rng, sort.things), _one(rng, sort.faults)
        place, effect = _one(rng, PLACES), _one(rng, EFFECTS)
        first = " ".join(part for part in (thing, place, fault) if part)
        yield sort, f"{first}. {effect}".strip()


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
        _life(cast, rng, sort, text, now - timedelta(days=ago), now)
        for ago, (sort, text) in zip(days, texts(rng), strict=False)
    ]


def _life(cast: Cast, rng: np.random.Generator, sort: Sort, text: str, at: datetime, now: datetime) -> Life:
    """One obstacle from the day it was reported."""
    work = cast.works[int(rng.integers(len(cast.works)))]
    hinders = [_one(rng, cast.goals)] if cast.goals and rng.random() < 0.15 else []
    life = Life(cast, text, work, sort.desk, hinders, sealed=bool(rng.random() < 0.06))
    at = life.report(at, named=bool(rng.random() >= UNNAMED))
    if rng.random() < 0.12:
        at += timedelta(days=int(rng.integers(1, 5)))
        code = _one(rng, [code for _name, _name_en, code, _days in DESKS])
        if at < now and life.head and cast.units[code] != life.receiver:
            life.hand_over(at, code, _one(rng, HANDED))
    moment = at + timedelta(days=int(rng.gamma(2.2, 4.5)) + 1)
    forgotten = rng.random() < 0.2 and (now - at).days < RECENT
    if life.head and moment < now and not forgotten:
        _answered(rng, sort, life, moment, now)
    return life


def _answered(rng: np.random.Generator, sort: Sort, life: Life, moment: datetime, now: datetime) -> None:
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
    life.answer(moment, outcome, _one(rng, sort.cannot if outcome == "cannot" else sort.removed))
    _helped(rng, sort, life, moment + timedelta(days=int(rng.integers(1, 6))), now)


def _helped(rng: np.random.Generator, sort: Sort, life: Life, at: datetime, now: datetime) -> None:
    """Two of three say whether it helped; silence closes the rest, and a no is answered once more."""
    if rng.random() > 0.68 or at + timedelta(days=1) >= now:
        life.be_silent(now)
        return
    helped = bool(rng.random() < (0.9 if life.state == "removed" else 0.55))
    life.judge(at, helped=helped, text="" if helped else _one(rng, LEFT))
    again = at + timedelta(days=int(rng.integers(3, 16)))
    if not life.ending and again < now:
        life.answer(again, "removed", _one(rng, sort.removed))
        _helped(rng, sort, life, again + timedelta(days=int(rng.integers(1, 6))), now)
