"""Sundhamn: a made-up coastal city of some 10,400 employees, the same for the same seed."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ledstjarna.demo.names import FAMILY, GIVEN
from ledstjarna.people.founding import AuthorityRow, Organisation, PartyRow, PersonRow, RoleRow, UnitRow

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
COMPANIES = (
    ("ham", "Sundhamns Hamn AB", "Hamnbolaget", 130),
    ("bos", "Sundhamnsbostäder AB", "Bostadsbolaget", 210),
    ("ene", "Sunda Energi AB", "Energibolaget", 260),
    ("are", "Sundhamn Arena AB", "Arenabolaget", 80),
)


@dataclass(frozen=True, slots=True)
class Trade:
    """What is done somewhere: a title, what a ballot says of it, and its part of the staff."""

    title: str
    category: str
    share: float


@dataclass(frozen=True, slots=True)
class Department:
    """A department with the names of its operations, the size of it and of its units."""

    code: str
    name: str
    board: str
    staff: int
    size: int
    operations: tuple[str, ...]
    word: str
    trades: tuple[Trade, ...]


CARE, TEACH, TECH, OFFICE = "Vård och omsorg", "Skola och förskola", "Teknik och drift", "Administration"
SOCIAL, LEISURE = "Socialt arbete", "Kultur och fritid"
PLACES = tuple(
    (
        "Norrvik Söderudd Strandängen Kajen Tallbacken Ekhagen Fyren Ljunghed Mossen Björkdalen Klippan Vassen Höjden "
        "Almlunden Kvarnen Sjöbo Tegelbruket Hamnplan Rosendal Furuvik Äppelgården Linden Varvet Solgläntan Rådmansö "
        "Lotsen Kastanjen Skansen Backafall Ängslyckan Bruksgatan Domarringen Gullvivan Hasselbacken Isbjörnen "
        "Kompassen Lärkan Måsen Näckrosen Oxeln Pilen Rönnen Spovan Tärnan Ugglan Videt"
    ).split()
)
DEPARTMENTS = (
    Department("slf", "Stadsledningsförvaltningen", "ks", 420, 24, ("Ekonomi", "Digitalisering", "HR", "Kommunikation", "Kansli"), "Enhet", (Trade("Handläggare", OFFICE, 0.6), Trade("Systemutvecklare", TECH, 0.4))),
    Department("buf", "Barn- och ungdomsförvaltningen", "bun", 3210, 28, ("Förskola norr", "Förskola söder", "Grundskola norr", "Grundskola söder", "Elevhälsa"), "Skolan", (Trade("Lärare", TEACH, 0.5), Trade("Barnskötare", TEACH, 0.3), Trade("Förskollärare", TEACH, 0.14), Trade("Skolsköterska", CARE, 0.03), Trade("Skoladministratör", OFFICE, 0.03))),
    Department("gvf", "Gymnasie- och vuxenutbildningsförvaltningen", "gvn", 760, 24, ("Gymnasieskolor", "Vuxenutbildning"), "Gymnasiet", (Trade("Gymnasielärare", TEACH, 0.8), Trade("Studie- och yrkesvägledare", TEACH, 0.1), Trade("Skoladministratör", OFFICE, 0.1))),
    Department("vof", "Vård- och omsorgsförvaltningen", "von", 2990, 24, ("Hemtjänst", "Vård- och omsorgsboenden", "Hälso- och sjukvård", "Funktionsstöd"), "Gruppen", (Trade("Undersköterska", CARE, 0.62), Trade("Vårdbiträde", CARE, 0.2), Trade("Sjuksköterska", CARE, 0.08), Trade("Stödassistent", CARE, 0.07), Trade("Planerare", OFFICE, 0.03))),
    Department("sof", "Socialförvaltningen", "son", 720, 18, ("Barn och familj", "Försörjning", "Missbruk och beroende"), "Gruppen", (Trade("Socialsekreterare", SOCIAL, 0.7), Trade("Behandlingsassistent", SOCIAL, 0.2), Trade("Administratör", OFFICE, 0.1))),
    Department("sbf", "Samhällsbyggnadsförvaltningen", "sbn", 610, 22, ("Planering", "Bygglov", "Gata och park", "Fastigheter"), "Enhet", (Trade("Driftarbetare", TECH, 0.5), Trade("Ingenjör", TECH, 0.3), Trade("Planarkitekt", OFFICE, 0.2))),
    Department("mkf", "Miljö- och klimatförvaltningen", "mkn", 140, 18, ("Tillsyn", "Klimat"), "Enhet", (Trade("Miljöinspektör", OFFICE, 0.8), Trade("Ekolog", OFFICE, 0.2))),
    Department("kff", "Kultur- och fritidsförvaltningen", "kfn", 480, 20, ("Bibliotek", "Idrott och bad", "Museum och scen"), "Enhet", (Trade("Bibliotekarie", LEISURE, 0.4), Trade("Fritidsledare", LEISURE, 0.4), Trade("Badvärd", LEISURE, 0.2))),
    Department("anf", "Arbets- och näringslivsförvaltningen", "ann", 320, 18, ("Arbetsmarknad", "Näringsliv"), "Enhet", (Trade("Arbetskonsulent", SOCIAL, 0.7), Trade("Näringslivsutvecklare", OFFICE, 0.3))),
)  # fmt: skip
COMPANY_TRADES = (
    Trade("Drifttekniker", TECH, 0.55),
    Trade("Kundrådgivare", OFFICE, 0.3),
    Trade("Fastighetsvärd", TECH, 0.15),
)
PARTIES = (
    ("HAM", "Hamnpartiet", 15, True),
    ("SAM", "Samling för Sundhamn", 12, True),
    ("GRÖ", "Gröna kusten", 6, True),
    ("ARB", "Arbetets förbund", 11, False),
    ("FRI", "Fria borgare", 7, False),
    ("LAN", "Landsbygdslistan", 4, False),
    ("NYA", "Nya Sundhamn", 4, False),
    ("OMT", "Omtanke", 2, False),
)
PROTECTED = 12


class Crowd:
    """Hands out numbers and names, no name in full twice."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.rows: list[PersonRow] = []
        pairs = rng.permutation(len(GIVEN) * len(FAMILY))
        self.names = ((GIVEN[pair // len(FAMILY)], FAMILY[pair % len(FAMILY)]) for pair in pairs.tolist())

    def add(self, unit: str, title: str, category: str, manager: str) -> str:
        """A new person, and their number."""
        number = f"s{len(self.rows) + 10001}"
        given, family = next(self.names)
        email = f"{number}@sundhamn.example"
        self.rows.append(PersonRow(number, given, family, email, False, unit, title, category, manager))
        return number

    def protect(self, many: int) -> None:
        """Let some of the ordinary staff have protected identity."""
        ordinary = [n for n, row in enumerate(self.rows) if row.manager and "chef" not in row.title.lower()]
        for n in self.rng.choice(ordinary, many, replace=False).tolist():
            row = self.rows[n]
            self.rows[n] = PersonRow(
                row.number,
                row.given,
                row.family,
                row.email,
                True,
                row.unit,
                row.title,
                row.category,
                row.manager,
            )


def _split(total: int, size: float) -> list[int]:
    parts = max(1, round(total / size))
    return [total // parts + (n < total % parts) for n in range(parts)]


def _team(crowd: Crowd, unit: str, many: int, trades: tuple[Trade, ...], manager: str) -> None:
    shares = np.array([trade.share for trade in trades])
    for n in crowd.rng.choice(len(trades), many, p=shares / shares.sum()).tolist():
        crowd.add(unit, trades[n].title, trades[n].category, manager)


def _department(crowd: Crowd, one: Department, top: str) -> Iterator[UnitRow | RoleRow]:
    yield UnitRow(one.code, one.name, "department", "", one.board)
    director = crowd.add(one.code, "Förvaltningschef", OFFICE, top)
    yield RoleRow(director, "director", unit=one.code)
    yield RoleRow(director, "manager", unit=one.code)
    for n, (name, many) in enumerate(
        zip(one.operations, _split(one.staff, one.staff / len(one.operations)), strict=True)
    ):
        code = f"{one.code}-{n + 1}"
        yield UnitRow(code, name, "operation", one.code, one.board)
        head = crowd.add(code, "Verksamhetschef", OFFICE, director)
        yield RoleRow(head, "manager", unit=code)
        for k, size in enumerate(_split(many, one.size)):
            unit = f"{code}-{k + 1:02}"
            yield UnitRow(unit, f"{name}: {one.word} {PLACES[k % len(PLACES)]}", "unit", code, one.board)
            boss = crowd.add(unit, "Enhetschef", OFFICE, head)
            yield RoleRow(boss, "manager", unit=unit)
            _team(crowd, unit, size - 1, one.trades, boss)


def _company(crowd: Crowd, code: str, name: str, staff: int, top: str) -> Iterator[UnitRow | RoleRow]:
    yield UnitRow(code, name, "company", "", code)
    head = crowd.add(code, "Verkställande direktör", OFFICE, top)
    yield RoleRow(head, "director", unit=code)
    yield RoleRow(head, "manager", unit=code)
    for k, size in enumerate(_split(staff, 30)):
        unit = f"{code}-{k + 1:02}"
        yield UnitRow(unit, f"{name}: lag {PLACES[k]}", "unit", code, code)
        boss = crowd.add(unit, "Enhetschef", OFFICE, head)
        yield RoleRow(boss, "manager", unit=unit)
        _team(crowd, unit, size - 1, COMPANY_TRADES, boss)


def _functions(crowd: Crowd, top: str) -> Iterator[RoleRow]:
    """The roles that serve the whole city."""
    for role, title in (
        ("hr", "HR-specialist"),
        ("communicator", "Kommunikatör"),
        ("registrar", "Registrator"),
        ("protection", "Dataskyddsombud"),
        ("auditor", "Revisor"),
        ("administrator", "Systemförvaltare"),
    ):
        yield RoleRow(crowd.add("slf", title, OFFICE, top), role)
    for unit, title in (("vof-1-01", "Undersköterska"), ("buf-3-01", "Lärare")):
        yield RoleRow(crowd.add(unit, title, CARE if unit.startswith("vof") else TEACH, ""), "union")
    home_help = crowd.add("vof-1-01", "Undersköterska", CARE, "")
    yield RoleRow(home_help, "employee", unit="vof-1-01")


def _council(crowd: Crowd) -> Iterator[RoleRow]:
    for code, _name, seats, majority in PARTIES:
        for seat in range(seats):
            number = crowd.add("", "Förtroendevald", "", "")
            board = "ks" if majority and seat == 0 else ""
            yield RoleRow(number, "elected", authority=board, party=code)


def city(seed: int = 2035, *, scale: float = 1.0) -> Organisation:
    """The whole organisation; `scale` makes every unit smaller, for a city that is loaded sooner."""
    crowd = Crowd(np.random.default_rng(seed))
    made: list[UnitRow | RoleRow] = []
    top = crowd.add("slf", "Stadsdirektör", OFFICE, "")
    made.append(RoleRow(top, "city_director"))
    for one in DEPARTMENTS:
        many = max(len(one.operations) * 6, round(one.staff * scale))
        made += _department(crowd, Department(one.code, one.name, one.board, many, one.size, one.operations, one.word, one.trades), top)  # fmt: skip
    for code, _full, name, staff in COMPANIES:
        made += _company(crowd, code, name, max(8, round(staff * scale)), top)
    made += _functions(crowd, top)
    made += _council(crowd)
    crowd.protect(PROTECTED)
    return Organisation(
        name="Sundhamns stad",
        authorities=[AuthorityRow(code, name, "board") for code, name in BOARDS]
        + [AuthorityRow(code, full, "company") for code, full, _, _ in COMPANIES],
        units=[row for row in made if isinstance(row, UnitRow)],
        people=crowd.rows,
        parties=[PartyRow(*row) for row in PARTIES],
        roles=[row for row in made if isinstance(row, RoleRow)],
    )
