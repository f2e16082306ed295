"""Sundhamn: a made-up coastal city of some 10,400 employees, the same for the same seed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle

import numpy as np

from ledstjarna.demo.names import pairs
from ledstjarna.people.founding import AuthorityRow, Organisation, PartyRow, PersonRow, RoleRow, UnitRow

# The check digits are wrong on purpose: no real organisation can have these numbers.
CITY_NUMBER = "999900-0011"
BOARDS = (
    ("ks", "Kommunstyrelsen"),
    ("bun", "Barn- och ungdomsnämnden"),
    ("gvn", "Gymnasie- och vuxenutbildningsnämnden"),
    ("von", "Vård- och omsorgsnämnden"),
    ("son", "Socialnämnden"),
    ("sbn", "Samhällsbyggnadsnämnden"),
    ("tkn", "Tekniska nämnden"),
    ("mkn", "Miljö- och klimatnämnden"),
    ("kfn", "Kultur- och fritidsnämnden"),
    ("ann", "Arbets- och näringslivsnämnden"),
    ("ofn", "Överförmyndarnämnden"),
)


@dataclass(frozen=True, slots=True)
class Trade:
    """What is done somewhere: a title, what a ballot says of it, and its part of the staff."""

    title: str
    category: str
    share: float


@dataclass(frozen=True, slots=True)
class Operation:
    """A branch of a department: its staff, about how many in each unit, what a unit and its head are called.

    Units bear the `names` given, or else `word` and a place. `teams` divide every unit; `board` is the
    code of the board it answers to, where that is another than the department's.
    """

    name: str
    staff: int
    size: int
    trades: tuple[Trade, ...]
    word: str = ""
    names: tuple[str, ...] = ()
    head: str = "Enhetschef"
    teams: tuple[str, ...] = ()
    board: str = ""


@dataclass(frozen=True, slots=True)
class Department:
    """A department with its operations; `board` is the code of the board it answers to."""

    code: str
    name: str
    board: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """A company that the city owns, with its short name."""

    code: str
    name: str
    short: str
    number: str
    staff: int
    trades: tuple[Trade, ...]


CARE, TEACH, TECH, OFFICE = "Vård och omsorg", "Skola och förskola", "Teknik och drift", "Administration"
SOCIAL, LEISURE, SERVICE, LEAD = "Socialt arbete", "Kultur och fritid", "Service", "Ledning"
PLACES = tuple(
    (
        "Norrvik Söderudd Strandängen Kajen Tallbacken Ekhagen Fyren Ljunghed Mossen Björkdalen Klippan Vassen Höjden "
        "Almlunden Kvarnen Sjöbo Tegelbruket Hamnplan Rosendal Furuvik Äppelgården Linden Varvet Solgläntan Rådmansö "
        "Lotsen Kastanjen Skansen Backafall Ängslyckan Bruksgatan Domarringen Gullvivan Hasselbacken Isbjörnen "
        "Kompassen Lärkan Måsen Näckrosen Oxeln Pilen Rönnen Spovan Tärnan Ugglan Videt Ankaret Bryggan Dynen Ejdern "
        "Fiskaren Granen Havet Jollen Kaprifolen Ledet Mården Nyponet Oljeslagaren Prästkragen"
    ).split()
)
NIGHT = ("dag", "kväll och natt")
CLERKS = (Trade("Handläggare", OFFICE, 0.7), Trade("Utredare", OFFICE, 0.3))
DEPARTMENTS = (
    Department("slf", "Stadsledningsförvaltningen", "ks", (
        Operation("Ekonomi", 85, 21, (Trade("Ekonom", OFFICE, 0.6), Trade("Controller", OFFICE, 0.2), Trade("Upphandlare", OFFICE, 0.2)), names=("Redovisning", "Budget och analys", "Upphandling", "Ekonomistöd")),
        Operation("Digitalisering", 120, 24, (Trade("Systemutvecklare", TECH, 0.4), Trade("IT-tekniker", TECH, 0.4), Trade("Verksamhetsutvecklare", OFFICE, 0.2)), names=("Systemutveckling", "IT-drift", "IT-stöd", "Data och analys", "Digitalt först")),
        Operation("HR", 85, 28, (Trade("HR-specialist", OFFICE, 0.6), Trade("Lönespecialist", OFFICE, 0.4)), names=("HR-stöd", "Lön", "Lärande och ledarskap")),
        Operation("Kommunikation", 50, 25, (Trade("Kommunikatör", OFFICE, 0.5), Trade("Kundtjänstmedarbetare", SERVICE, 0.5)), names=("Redaktionen", "Kontaktcenter")),
        Operation("Kansli", 55, 27, (Trade("Nämndsekreterare", OFFICE, 0.5), Trade("Arkivarie", OFFICE, 0.2), Trade("Stadsjurist", OFFICE, 0.3)), names=("Arkiv och registratur", "Nämnder och juridik")),
        Operation("Överförmyndarkontoret", 25, 25, CLERKS, names=("Ställföreträdare",), board="ofn"),
    )),
    Department("buf", "Barn- och ungdomsförvaltningen", "bun", (
        Operation("Förskola", 1060, 24, (Trade("Barnskötare", TEACH, 0.58), Trade("Förskollärare", TEACH, 0.42)), "Förskola", head="Rektor"),
        Operation("Grundskola", 1690, 30, (Trade("Lärare", TEACH, 0.66), Trade("Fritidspedagog", TEACH, 0.16), Trade("Elevassistent", TEACH, 0.12), Trade("Vaktmästare", SERVICE, 0.03), Trade("Skoladministratör", OFFICE, 0.03)), "Grundskola", head="Rektor"),
        Operation("Anpassad skola", 110, 27, (Trade("Speciallärare", TEACH, 0.4), Trade("Elevassistent", TEACH, 0.6)), "Anpassad skola", head="Rektor"),
        Operation("Elevhälsa", 150, 25, (Trade("Skolsköterska", CARE, 0.4), Trade("Skolkurator", SOCIAL, 0.35), Trade("Skolpsykolog", CARE, 0.25)), "Elevhälsan"),
        Operation("Måltider", 240, 30, (Trade("Kock", SERVICE, 0.35), Trade("Måltidsbiträde", SERVICE, 0.65)), "Köken", head="Kökschef"),
    )),
    Department("gvf", "Gymnasie- och vuxenutbildningsförvaltningen", "gvn", (
        Operation("Gymnasieskola", 540, 34, (Trade("Gymnasielärare", TEACH, 0.84), Trade("Studie- och yrkesvägledare", TEACH, 0.06), Trade("Vaktmästare", SERVICE, 0.05), Trade("Skoladministratör", OFFICE, 0.05)), "Gymnasiet", head="Rektor"),
        Operation("Vuxenutbildning", 190, 27, (Trade("Vuxenlärare", TEACH, 0.8), Trade("Studie- och yrkesvägledare", TEACH, 0.2)), "Vuxenskolan", head="Rektor"),
    )),
    Department("vof", "Vård- och omsorgsförvaltningen", "von", (
        Operation("Hemtjänst", 940, 36, (Trade("Undersköterska", CARE, 0.7), Trade("Vårdbiträde", CARE, 0.26), Trade("Planerare", OFFICE, 0.04)), "Hemtjänsten", teams=NIGHT),
        Operation("Vård- och omsorgsboende", 990, 36, (Trade("Undersköterska", CARE, 0.72), Trade("Vårdbiträde", CARE, 0.24), Trade("Aktivitetsledare", CARE, 0.04)), "Äldreboendet", teams=NIGHT),
        Operation("Hälso- och sjukvård", 320, 25, (Trade("Sjuksköterska", CARE, 0.6), Trade("Arbetsterapeut", CARE, 0.2), Trade("Fysioterapeut", CARE, 0.2)), "Hemsjukvården"),
        Operation("Funktionsstöd", 510, 26, (Trade("Stödassistent", CARE, 0.7), Trade("Stödpedagog", CARE, 0.3)), "Gruppboendet"),
        Operation("Bistånd", 60, 20, (Trade("Biståndshandläggare", SOCIAL, 0.9), Trade("Administratör", OFFICE, 0.1)), names=("Bistånd norr", "Bistånd söder", "Bistånd funktionsstöd")),
    )),
    Department("sof", "Socialförvaltningen", "son", (
        Operation("Barn och familj", 290, 19, (Trade("Socialsekreterare", SOCIAL, 0.8), Trade("Familjebehandlare", SOCIAL, 0.2)), "Barngrupp"),
        Operation("Försörjningsstöd", 170, 19, (Trade("Socialsekreterare", SOCIAL, 0.8), Trade("Administratör", OFFICE, 0.2)), "Försörjningsgrupp"),
        Operation("Beroende och boende", 170, 19, (Trade("Behandlingsassistent", SOCIAL, 0.6), Trade("Boendestödjare", SOCIAL, 0.4)), "Stödgrupp"),
        Operation("Familjerätt", 70, 18, (Trade("Familjerättssekreterare", SOCIAL, 1.0),), names=("Adoption och umgänge", "Familjerådgivning", "Familjehem", "Samarbetssamtal")),
    )),
    Department("sbf", "Samhällsbyggnadsförvaltningen", "sbn", (
        Operation("Stadsplanering", 80, 20, (Trade("Planarkitekt", TECH, 0.7), Trade("Trafikplanerare", TECH, 0.3)), names=("Detaljplan", "Översiktsplan", "Trafik", "Exploatering")),
        Operation("Bygglov och mätning", 80, 20, (Trade("Bygglovshandläggare", OFFICE, 0.6), Trade("Mätningsingenjör", TECH, 0.4)), names=("Bygglov", "Byggtillsyn", "Kart och mät", "Fastighetsbildning")),
        Operation("Gata och park", 260, 26, (Trade("Driftarbetare", TECH, 0.5), Trade("Parkarbetare", TECH, 0.3), Trade("Gatuingenjör", TECH, 0.2)), "Driftområde", board="tkn"),
        Operation("Fastigheter", 150, 21, (Trade("Fastighetstekniker", TECH, 0.6), Trade("Projektledare", TECH, 0.4)), "Fastighetsområde", board="tkn"),
        Operation("Lokalservice", 190, 31, (Trade("Lokalvårdare", SERVICE, 0.85), Trade("Vaktmästare", SERVICE, 0.15)), "Lokalservice", board="tkn"),
    )),
    Department("mkf", "Miljö- och klimatförvaltningen", "mkn", (
        Operation("Tillsyn", 95, 19, (Trade("Miljöinspektör", OFFICE, 0.8), Trade("Livsmedelsinspektör", OFFICE, 0.2)), names=("Livsmedel", "Hälsoskydd", "Vatten och avlopp", "Verksamheter", "Naturvård")),
        Operation("Klimat och hav", 45, 22, (Trade("Klimatstrateg", OFFICE, 0.5), Trade("Ekolog", TECH, 0.5)), names=("Klimat", "Hav och kust")),
    )),
    Department("kff", "Kultur- och fritidsförvaltningen", "kfn", (
        Operation("Bibliotek", 130, 19, (Trade("Bibliotekarie", LEISURE, 0.7), Trade("Biblioteksassistent", LEISURE, 0.3)), "Bibliotek"),
        Operation("Idrott och bad", 190, 24, (Trade("Badvärd", LEISURE, 0.4), Trade("Fritidsledare", LEISURE, 0.4), Trade("Vaktmästare", SERVICE, 0.2)), "Anläggningar"),
        Operation("Kulturskola", 80, 20, (Trade("Kulturskollärare", LEISURE, 1.0),), names=("Musik", "Dans och teater", "Bild och film", "Kör och orkester")),
        Operation("Museum och scen", 80, 20, (Trade("Antikvarie", LEISURE, 0.4), Trade("Producent", LEISURE, 0.4), Trade("Scentekniker", TECH, 0.2)), names=("Sjöfartsmuseet", "Stadsteatern", "Konsthallen", "Stadens samlingar")),
    )),
    Department("anf", "Arbets- och näringslivsförvaltningen", "ann", (
        Operation("Arbetsmarknad", 220, 18, (Trade("Arbetskonsulent", SOCIAL, 0.7), Trade("Handledare", SERVICE, 0.3)), "Arbetscentrum"),
        Operation("Integration", 50, 17, (Trade("Samhällsvägledare", SOCIAL, 0.7), Trade("Handläggare", OFFICE, 0.3)), names=("Välkomsten", "Språk och möten", "Etablering")),
        Operation("Näringsliv", 40, 20, (Trade("Näringslivsutvecklare", OFFICE, 1.0),), names=("Företagslots", "Besök och evenemang")),
    )),
)  # fmt: skip
COMPANIES = (
    Company("ham", "Sundhamns Hamn AB", "Hamnbolaget", "999900-0029", 130, (Trade("Hamnarbetare", TECH, 0.6), Trade("Kranförare", TECH, 0.2), Trade("Trafikledare", OFFICE, 0.2))),
    Company("bos", "Sundhamnsbostäder AB", "Bostadsbolaget", "999900-0037", 210, (Trade("Fastighetsvärd", TECH, 0.5), Trade("Uthyrare", OFFICE, 0.3), Trade("Reparatör", TECH, 0.2))),
    Company("ene", "Sunda Energi AB", "Energibolaget", "999900-0045", 260, (Trade("Drifttekniker", TECH, 0.6), Trade("Kundrådgivare", OFFICE, 0.4))),
    Company("are", "Sundhamn Arena AB", "Arenabolaget", "999900-0052", 80, (Trade("Evenemangsvärd", SERVICE, 0.6), Trade("Scentekniker", TECH, 0.4))),
)  # fmt: skip
PARTIES = (
    ("HAM", "Hamnpartiet", 15, True),
    ("ARB", "Arbetets förbund", 11, False),
    ("SAM", "Samling för Sundhamn", 12, True),
    ("FRI", "Fria borgare", 7, False),
    ("GRÖ", "Gröna kusten", 6, True),
    ("LAN", "Landsbygdslistan", 4, False),
    ("NYA", "Nya Sundhamn", 4, False),
    ("OMT", "Omtanke", 2, False),
)
"""Code, name, seats and whether of the majority: majority and opposition by turns, so both are met early."""
HOME_HELP = "vof-1-01"
FUNCTIONS = (
    ("hr", "HR-specialist", OFFICE, "slf-3-01", 3),
    ("communicator", "Kommunikatör", OFFICE, "slf-4-01", 3),
    ("registrar", "Registrator", OFFICE, "slf-5-01", 2),
    ("protection", "Dataskyddsombud", OFFICE, "slf-5-01", 1),
    ("auditor", "Revisor", OFFICE, "slf-6-01", 2),
    ("administrator", "Systemförvaltare", OFFICE, "slf-2-01", 2),
    ("union", "Undersköterska", CARE, HOME_HELP, 2),
    ("union", "Lärare", TEACH, "buf-2-01", 2),
    ("union", "Socialsekreterare", SOCIAL, "sof-1-01", 1),
    ("union", "Driftarbetare", TECH, "sbf-3-01", 1),
    ("employee", "Undersköterska", CARE, HOME_HELP, 1),
)
"""Those who serve the whole city, and one to be an employee: role, title, category, unit and how many."""
PROTECTED = 12
LEAST = 6


class Crowd:
    """Hands out numbers and names, no name in full twice."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.rows: list[PersonRow] = []
        self.names = pairs(rng)

    def add(self, unit: str, title: str, category: str, manager: str) -> str:
        """A new person, and their number."""
        number = f"s{len(self.rows) + 10001}"
        given, family = next(self.names)
        email = f"{number}@sundhamn.example"
        self.rows.append(PersonRow(number, given, family, email, False, unit, title, category, manager))
        return number

    def protect(self, many: int, known: set[str]) -> None:
        """Let some of the staff have protected identity, none of those `known` for a role."""
        ordinary = [n for n, row in enumerate(self.rows) if row.unit and row.number not in known]
        for n in self.rng.choice(ordinary, many, replace=False).tolist():
            self.rows[n] = replace(self.rows[n], protected=True)


def _split(total: int, size: float) -> list[int]:
    parts = max(1, round(total / size))
    return [total // parts + (n < total % parts) for n in range(parts)]


def _staff(crowd: Crowd, units: Sequence[str], many: int, trades: tuple[Trade, ...], manager: str) -> None:
    shares = np.array([trade.share for trade in trades])
    drawn = crowd.rng.choice(len(trades), many, p=shares / shares.sum()).tolist()
    for unit, n in zip(cycle(units), drawn, strict=False):
        crowd.add(unit, trades[n].title, trades[n].category, manager)


def _unit(crowd: Crowd, unit: UnitRow, many: int, one: Operation, above: str) -> Iterator[UnitRow | RoleRow]:
    yield unit
    boss = crowd.add(unit.code, one.head, LEAD, above)
    yield RoleRow(boss, "manager", unit=unit.code)
    teams = [
        UnitRow(f"{unit.code}-{n + 1}", f"{unit.name}, {team}", "team", unit.code, unit.authority)
        for n, team in enumerate(one.teams)
    ]
    yield from teams
    _staff(crowd, [team.code for team in teams] or [unit.code], many - 1, one.trades, boss)


def _operation(
    crowd: Crowd, code: str, parent: str, board: str, one: Operation, top: str
) -> Iterator[UnitRow | RoleRow]:
    board = one.board or board
    yield UnitRow(code, one.name, "operation", parent, board)
    head = crowd.add(code, "Verksamhetschef", LEAD, top)
    yield RoleRow(head, "manager", unit=code)
    names = one.names or tuple(f"{one.word} {place}" for place in PLACES)
    for k, many in enumerate(_split(one.staff, one.size)):
        again, n = divmod(k, len(names))
        name = f"{names[n]} {again + 1}" if again else names[n]
        unit = UnitRow(f"{code}-{k + 1:02}", name, "unit", code, board)
        yield from _unit(crowd, unit, many, one, head)


def _lead(crowd: Crowd, code: str, title: str, top: str) -> tuple[RoleRow, RoleRow]:
    number = crowd.add(code, title, LEAD, top)
    return RoleRow(number, "director", unit=code), RoleRow(number, "manager", unit=code)


def _department(crowd: Crowd, one: Department, top: str, scale: float) -> Iterator[UnitRow | RoleRow]:
    yield UnitRow(one.code, one.name, "department", "", one.board)
    director, manager = _lead(crowd, one.code, "Förvaltningschef", top)
    yield from (director, manager)
    for n, operation in enumerate(one.operations):
        smaller = replace(operation, staff=max(LEAST, round(operation.staff * scale)))
        yield from _operation(crowd, f"{one.code}-{n + 1}", one.code, one.board, smaller, director.number)


def _company(crowd: Crowd, one: Company, top: str, scale: float) -> Iterator[UnitRow | RoleRow]:
    yield UnitRow(one.code, one.short, "company", "", one.code)
    director, manager = _lead(crowd, one.code, "Verkställande direktör", top)
    yield from (director, manager)
    sizes = _split(max(LEAST, round(one.staff * scale)), 28)
    lag = Operation(one.name, 0, 0, one.trades, head="Gruppchef")
    for k, many in enumerate(sizes):
        unit = UnitRow(f"{one.code}-{k + 1:02}", f"{one.short} {PLACES[k]}", "unit", one.code, one.code)
        yield from _unit(crowd, unit, many, lag, director.number)


def _functions(crowd: Crowd, bosses: dict[str, str]) -> Iterator[RoleRow]:
    """The roles that serve the whole city, each in a unit and under its manager."""
    for role, title, category, unit, many in FUNCTIONS:
        for _ in range(many):
            number = crowd.add(unit, title, category, bosses[unit])
            yield RoleRow(number, role, unit=unit if role == "employee" else "")


def _council(crowd: Crowd) -> Iterator[RoleRow]:
    """Seats handed out a round at a time; each party's first sits on the executive board, the next on others."""
    for seat in range(max(seats for _, _, seats, _ in PARTIES)):
        for code, _name, seats, _majority in PARTIES:
            if seat < seats:
                number = crowd.add("", "Förtroendevald", "", "")
                yield RoleRow(number, "elected", authority=BOARDS[seat % len(BOARDS)][0], party=code)


def city(seed: int = 2035, *, scale: float = 1.0) -> Organisation:
    """The whole organisation; `scale` makes every unit smaller, for a city that is loaded sooner."""
    crowd = Crowd(np.random.default_rng(seed))
    top = crowd.add("slf", "Stadsdirektör", LEAD, "")
    made: list[UnitRow | RoleRow] = [RoleRow(top, "city_director")]
    for department in DEPARTMENTS:
        made += _department(crowd, department, top, scale)
    for company in COMPANIES:
        made += _company(crowd, company, top, scale)
    bosses = {row.unit: row.number for row in made if isinstance(row, RoleRow) and row.role == "manager"}
    made += _functions(crowd, bosses)
    made += _council(crowd)
    # A leader among leaders: alone in a category, the city director's ballot would have no crowd to be in.
    made.append(RoleRow(top, "manager"))
    # Whoever the demo lets one be is found in this order: a home help group and its own manager come first.
    roles = sorted((row for row in made if isinstance(row, RoleRow)), key=lambda row: row.unit != HOME_HELP)
    crowd.protect(PROTECTED, {row.number for row in roles})
    return Organisation(
        name="Sundhamns stad",
        authorities=[AuthorityRow(code, name, "board", CITY_NUMBER) for code, name in BOARDS]
        + [AuthorityRow(one.code, one.name, "company", one.number) for one in COMPANIES],
        units=[row for row in made if isinstance(row, UnitRow)],
        people=crowd.rows,
        parties=[PartyRow(*row) for row in PARTIES],
        roles=roles,
    )


HEADINGS = (
    "Anställningsnr", "Förnamn", "Efternamn", "E-post", "Befattning", "Enhetskod", "Enhet", "Förvaltning",
    "Chefens anställningsnr", "Anställd från", "Anställd till", "Skyddad identitet",
)  # fmt: skip
EXPORTED = date(2026, 9, 1)
CHANGED = 90


def _moved(row: PersonRow, bosses: dict[str, str]) -> PersonRow:
    """The same person in the unit after their own, under its manager."""
    units = [code for code in bosses if code[-3:-2] == "-"]
    own = next(n for n, code in enumerate(units) if row.unit.startswith(code))
    unit = units[(own + 1) % len(units)]
    return replace(row, unit=unit, manager=bosses[unit])


def _later(organisation: Organisation, people: Sequence[PersonRow]) -> tuple[list[PersonRow], set[str]]:
    """The employees of a month later, those who came in place of the leavers last, and who has left."""
    rng = np.random.default_rng(len(people))
    bosses = {row.unit: row.number for row in organisation.roles if row.role == "manager" and row.unit}
    known = {row.number for row in organisation.roles}
    free = [n for n, row in enumerate(people) if row.number not in known]
    drawn = rng.choice(free, (3, min(CHANGED, len(free) // 6)), replace=False).tolist()
    taken = {(row.given, row.family) for row in organisation.people}
    names = (pair for pair in pairs(rng) if pair not in taken)
    then = list(people)
    for n in drawn[0]:
        then[n] = replace(then[n], family=f"{then[n].family}-Strand")
    for n in drawn[1]:
        then[n] = _moved(then[n], bosses)
    for n, (given, family) in zip(drawn[2], names, strict=False):
        number = f"n{people[n].number[1:]}"
        email = f"{number}@sundhamn.example"
        new = replace(people[n], number=number, given=given, family=family, email=email, protected=False)
        then.append(new)
    return then, {people[n].number for n in drawn[2]}


def _tops(units: Sequence[UnitRow]) -> dict[str, str]:
    """The name of the department or company above each unit, by code."""
    tops: dict[str, str] = {}
    for unit in units:
        tops[unit.code] = tops.get(unit.parent, unit.name)
    return tops


def _dates(number: str, left: bool) -> tuple[str, str]:
    days = int(number[1:]) * 7919 % 11_000
    began = EXPORTED if number.startswith("n") else EXPORTED - timedelta(days=30 + days)
    return began.isoformat(), (EXPORTED + timedelta(days=days % 30)).isoformat() if left else ""


def hr_rows(organisation: Organisation, *, changes: bool = False) -> list[dict[str, str]]:
    """The employees as HR exports them: text by Swedish heading, managers before their staff, dates in ISO 8601.

    With `changes` it is the export of a month later, in the same order: some have left (and newcomers in
    their place come last), some have moved to another unit and manager, some have a new family name.
    """
    people, left = [row for row in organisation.people if row.unit], set[str]()
    if changes:
        people, left = _later(organisation, people)
    names, tops = {unit.code: unit.name for unit in organisation.units}, _tops(organisation.units)
    return [
        dict(
            zip(
                HEADINGS,
                (
                    *(row.number, row.given, row.family, row.email, row.title),
                    *(row.unit, names[row.unit], tops[row.unit], row.manager),
                    *_dates(row.number, row.number in left),
                    "Ja" if row.protected else "Nej",
                ),
                strict=True,
            )
        )
        for row in people
    ]
