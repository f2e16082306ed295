"""What each post in Sundhamn is there for, the cards drafted from it, and who may decide in whose place."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np

from ledstjarna.people.models import Authority, Employment, Person, RoleAssignment, Unit
from ledstjarna.people.room import AuthorityKind, Role
from ledstjarna.people.viewer import Viewer, viewer_of
from ledstjarna.rooms.missions import actions, rules
from ledstjarna.rooms.missions.models import Aim, Card, Delegation

Tell = Callable[[str, int, int], None]
REPORTED = 30  # of the decisions by delegation; the latest are still to be reported
AGREED = 0.62  # of the cards, that both sides have agreed to


@dataclass(frozen=True, slots=True)
class Room:
    """What a post is there for and may decide, by what sort of work it is."""

    purpose: str
    whom: str
    contribution: str
    alone: str
    freely: str
    together: str
    asks: str
    money: int


ROOMS = {
    "Vård och omsorg": Room(
        "Att den som behöver stöd kan leva sitt liv som den vill, också i dag.",
        "Den jag möter, och de som står den nära",
        "Att få och kända ansikten möter var och en.",
        "I vilken ordning vi gör saker under besöket\nNär vi byter dag för en promenad\nNär jag stannar kvar längre för att någon behöver det",
        "Hur jag inleder mötet\nVad vi pratar om medan vi gör det som ska göras",
        "Veckans schema\nVem som är kontaktperson",
        "Ändrad insats: biståndshandläggaren\nNågot som känns otryggt: sjuksköterskan",
        500,
    ),
    "Skola och förskola": Room(
        "Att varje barn och elev är känt, tryggt och nyfiket.",
        "Barn och elever, och deras vårdnadshavare",
        "Att varje barn har en vuxen som märker när något är annorlunda.",
        "Hur dagen läggs upp för min grupp\nNär vi går ut i stället för att sitta kvar\nNär jag ringer hem",
        "Vilka metoder jag provar\nHur jag samtalar med barnen",
        "Arbetslagets schema\nVilka elever vi följer extra",
        "Särskilt stöd: rektor\nKostnader utanför läromedel: rektor",
        1000,
    ),
    "Teknik och drift": Room(
        "Att det som alla behöver fungerar utan att någon tänker på det.",
        "Alla som bor, arbetar och rör sig här",
        "Att fel lagas den dag vi lovat.",
        "I vilken ordning felen tas under dagen\nNär något stängs av för att det är farligt\nVad som lagas och vad som byts",
        "Verktyg och arbetsgång\nHur jag berättar för dem som berörs",
        "Veckans rundor\nVem som har beredskap",
        "Avstängning av en gata: gatuingenjören\nNya leverantörer: chefen",
        5000,
    ),
    "Administration": Room(
        "Att beslut blir rätt, går att förstå och kommer när vi lovat.",
        "Den som söker, frågar eller behöver ett beslut",
        "Att den som frågar staden får veta när svaret kommer.",
        "I vilken ordning ärenden tas\nNär jag ringer i stället för att skriva\nVilken dag jag lovar svar",
        "Hur jag förklarar ett beslut\nHur jag lägger upp min vecka",
        "Hur vi delar på ärenden\nVilka frågor vi svarar lika på",
        "Avslag av principiell art: enhetschefen\nSekretess vid tvekan: juristen",
        1000,
    ),
    "Socialt arbete": Room(
        "Att den som har det svårt möter någon som stannar kvar.",
        "Barn, unga och vuxna i en utsatt tid",
        "Att stödet kommer innan det blir en utredning.",
        "När och var vi möts\nNär jag följer med till någon annan\nNär ett möte avbryts för att det inte är tryggt",
        "Hur jag lägger upp samtalet\nVilka i nätverket jag bjuder in",
        "Vilka ärenden vi tar tillsammans\nHandledningen",
        "Omedelbara beslut: socialjouren\nKostnad utöver riktlinjen: enhetschefen",
        2000,
    ),
    "Kultur och fritid": Room(
        "Att fler har någonstans att vara och något att längta till.",
        "Barn, unga, föreningar och alla som söker sällskap",
        "Att fler unga har en plats att gå till utan krav.",
        "Vad som händer i huset i kväll\nVem som får låna ett rum\nNär vi håller öppet en timme till",
        "Hur jag hälsar välkommen\nVad vi provar tillsammans med besökarna",
        "Programmet för månaden\nVilka föreningar vi bjuder in",
        "Avtal med artister: producenten\nAvstängning av en besökare: chefen",
        2000,
    ),
    "Service": Room(
        "Att det är rent, helt, mätt och vänligt där människor är.",
        "De som äter, arbetar och vistas i våra hus",
        "Att det vardagliga fungerar så att andra kan göra sitt.",
        "I vilken ordning jag gör rummen\nNär något behöver göras om\nVad som beställs till i morgon",
        "Arbetsgången\nHur jag tar emot önskemål",
        "Vem som tar vilken sida av huset\nSemestrarna",
        "Nya maskiner: chefen\nSpecialkost: kocken",
        500,
    ),
    "Ledning": Room(
        "Att de jag leder vet vad de är till för, får avgöra det de kan bäst och vågar pröva.",
        "Medarbetarna här och dem vi är till för",
        "Att besluten flyttar närmare dem de gäller.",
        "Hur arbetet fördelas\nAnställning inom ramen\nSmå försök som inte rör myndighetsutövning",
        "Hur jag följer upp genom samtal\nVilka möten vi slutar med",
        "Enhetens plan\nVad vi slutar med när något nytt börjar",
        "Utökad ram: närmaste chef\nDet som rör flera nämnder: direktören",
        50000,
    ),
}  # fmt: skip
# Number, what may be decided, legal reference, limit; the post is drawn among those of the board itself.
RIGHTS = (
    ("1.1", "Utlämnande av allmän handling, och avslag på begäran", "TF 2:15, OSL 6:2–3", "Beslut om avslag skriftligt med hänvisning till överklagande"),
    ("1.2", "Rättidsprövning av överklagande", "FL 45 §", ""),
    ("1.3", "Omprövning och rättelse av beslut i eget ärende", "FL 36–39 §§", ""),
    ("1.4", "Yttrande till tillsynsmyndighet i ärende utan särskild räckvidd", "KL 6:37", ""),
    ("2.1", "Anställning av tillsvidareanställd personal", "KL 6:37", "Inom beslutad ram"),
    ("2.2", "Anställning på viss tid", "KL 6:37", "Högst sex månader"),
    ("2.3", "Bisyssla, prövning", "LOA 7 §", ""),
    ("3.1", "Inköp av varor och tjänster", "LOU 19 a kap.", "Högst två prisbasbelopp"),
    ("3.2", "Avrop från ramavtal", "LOU 7 kap.", "Högst tio prisbasbelopp"),
    ("3.3", "Avskrivning av fordran", "KL 6:37", "Högst ett kvarts prisbasbelopp"),
    ("4.1", "Personuppgiftsbiträdesavtal, tecknande", "GDPR art. 28", ""),
    ("4.2", "Begäran om registerutdrag", "GDPR art. 15", ""),
)  # fmt: skip
OWN = {
    "von": (("5.1", "Bistånd i form av hemtjänst", "SoL 11 kap.", "Högst 40 timmar i veckan"), ("5.2", "Särskilt boende för äldre", "SoL 11 kap.", ""), ("5.3", "Ledsagarservice", "LSS 9 § 3", "")),
    "son": (("5.1", "Ekonomiskt bistånd enligt riksnorm", "SoL 12 kap.", ""), ("5.2", "Inledande av utredning om barn", "SoL 14 kap.", ""), ("5.3", "Kontaktfamilj", "SoL 11 kap.", "Högst ett år i taget")),
    "bun": (("5.1", "Placering i förskola", "SL 8:12", ""), ("5.2", "Skolskjuts efter särskilda skäl", "SL 10:32", ""), ("5.3", "Tilläggsbelopp för en elev", "SL 10:39", "Högst ett läsår")),
    "gvn": (("5.1", "Mottagande i gymnasieskolan", "SL 15:12", ""), ("5.2", "Antagning till vuxenutbildning", "SL 20:14", "")),
    "sbn": (("5.1", "Bygglov för åtgärd som följer detaljplan", "PBL 9:30", "Högst 1 000 kvadratmeter"), ("5.2", "Startbesked", "PBL 10:23", ""), ("5.3", "Anstånd med svar i planärende", "FL 20 §", "")),
    "tkn": (("5.1", "Grävtillstånd", "Väglagen 43 §", ""), ("5.2", "Lokal trafikföreskrift för tillfälligt arbete", "TrF 10 kap.", "Högst tre månader")),
    "mkn": (("5.1", "Föreläggande om rättelse av brist", "MB 26:9", "Utan vite"), ("5.2", "Registrering av livsmedelsanläggning", "Livsmedelslagen 11 §", "")),
    "kfn": (("5.1", "Bidrag till förening enligt riktlinje", "KL 2:1", "Högst 30 000 kronor"), ("5.2", "Upplåtelse av lokal", "KL 2:1", "")),
    "ann": (("5.1", "Anvisning till arbetsmarknadsinsats", "SoL 12 kap.", ""),),
    "ofn": (("5.1", "Arvode till god man enligt riktlinje", "FB 12:16", ""), ("5.2", "Samtycke till uttag från spärrat konto", "FB 13:8", "Högst 50 000 kronor")),
    "ks": (("5.1", "Tillstånd att använda stadsvapnet", "Lagen om skydd för vapen 1 §", ""), ("5.2", "Ombud vid årsstämma", "KL 6:37", "")),
}  # fmt: skip
INSTRUCTIONS = (
    ("1", "Löpande förvaltning enligt styrelsens anvisningar", ""),
    ("2", "Inköp och avtal", "Högst två miljoner kronor"),
    ("3", "Anställning av personal", "Inte vice verkställande direktör"),
    ("4", "Attest av leverantörsfakturor", "Högst 500 000 kronor"),
)
ASKED = (
    ("Får jag flytta ett besök till en annan dag om den jag besöker vill det?", "Ja, inom samma vecka. Säg till planeraren.", "alone", "Flytta ett besök inom veckan när den jag besöker vill"),
    ("Får jag köpa frukt till gruppen utan att fråga först?", "Ja, det ryms i det du får handla för.", "alone", "Handla frukt till gruppen"),
    ("Kan vi i laget byta pass med varandra själva?", "Ja, så länge ni gör det tillsammans och listan stämmer.", "together", "Byten av pass i laget"),
    ("Vem frågar jag om en förälder vill filma?", "Fråga mig, det kan röra andra barn.", "asks", "Filmning: chefen"),
    ("Får jag avsluta ett möte om någon blir hotfull?", "", "", ""),
    ("Får jag lova en dag för svar?", "", "", ""),
)  # fmt: skip


def mandate(now: datetime, director: Viewer, tell: Tell) -> None:
    """Profiles of all posts, a card for everybody with a manager, registers of all boards, and some questions."""
    since = now - timedelta(days=420)
    _profile(since, tell)
    _agree(now)
    _ask(now)
    _register(director, since)


def _profile(since: datetime, tell: Tell) -> None:
    """One profile for each title in each department or company, worded by whoever leads it."""
    works = list(
        Employment.objects.exclude(manager=None).values_list(
            "unit__department_id", "unit_id", "title", "category"
        )
    )
    posts = Counter((department or unit, title, sort) for department, unit, title, sort in works)
    units = Unit.objects.select_related("node").in_bulk({unit for unit, _title, _sort in posts})
    leads = {unit: _lead(unit, since.date()) for unit in units}
    for number, (unit, title, sort) in enumerate(sorted(posts, key=lambda one: (-posts[one], one)), 1):
        room = ROOMS[sort]
        ref = actions.set_profile(
            ref=units[unit].node.ref, post=title, purpose=room.purpose, whom=room.whom,
            contribution=room.contribution, serves=_above(units[unit]), alone=room.alone, freely=room.freely,
            together=room.together, asks=room.asks, money=room.money, viewer=leads[unit], now=since,
        )  # fmt: skip
        actions.draft_cards(ref=ref, viewer=leads[unit], now=since)
        tell("Mission cards from profiles", number, len(posts))


def _lead(unit: int, day: date) -> Viewer:
    held = RoleAssignment.objects.select_related("person__node").filter(role=Role.DIRECTOR, unit_id=unit)
    return viewer_of(held.order_by("pk")[0].person, day)


def _above(unit: Unit) -> list[str]:
    """The mission of the board or company that a department answers to."""
    rows = Aim.objects.filter(authority_id=unit.authority_id, node__kind="board_mission", node__ended=None)
    return list(rows.values_list("node__ref", flat=True))


def _agree(now: datetime) -> None:
    """Most have agreed in their dialogues with their managers: as the rows that these would have left."""
    dice = np.random.default_rng(62)
    pks = np.array(Card.objects.order_by("pk").values_list("pk", flat=True))
    chosen = pks[dice.random(len(pks)) < AGREED].tolist()
    for start in range(0, len(chosen), 500):
        moment = now - timedelta(days=380 - start // 40)
        part = Card.objects.filter(pk__in=chosen[start : start + 500])
        part.update(holder_agreed_at=moment, manager_agreed_at=moment)


def _ask(now: datetime) -> None:
    """Some have asked what they may decide, and most have an answer."""
    hidden = set(Person.objects.filter(protected=True).values_list("pk", flat=True))
    held = Card.objects.order_by("pk").values_list("pk", "holder_id")
    open_ = [pk for pk, holder in held if holder not in hidden]
    wanted = open_[:: max(1, len(open_) // 60)][:60]
    cards = Card.objects.select_related("node", "holder__node", "manager__node")
    chosen = sorted(cards.filter(pk__in=wanted), key=lambda card: card.pk)
    for number, card in enumerate(chosen):
        question, answer, part, line = ASKED[number % len(ASKED)]
        asked = now - timedelta(days=6 + number * 5)
        ref = actions.ask(ref=card.node.ref, text=question, viewer=_as(card.holder, asked), now=asked)
        if not answer:
            continue
        later = asked + timedelta(days=3)
        manager = _as(card.manager, later)
        actions.answer(ref=ref, answer=answer, part=part, line=line, viewer=manager, now=later)
        if number % 2:
            actions.clarify(ref=ref, viewer=_as(card.holder, later), now=later + timedelta(hours=2))


def _as(person: Person, moment: datetime) -> Viewer:
    return viewer_of(person, moment.date())


def _register(director: Viewer, since: datetime) -> None:
    """A register for each board and instructions for each company; some rights have been used."""
    for authority in Authority.objects.select_related("node").order_by("node_id"):
        rights = list(_rights(authority, since.date()))
        actions.take_register(ref=authority.node.ref, rights=rights, viewer=director, now=since)
    used = Delegation.objects.filter(authority__kind=AuthorityKind.BOARD, item__startswith="3")
    for number, one in enumerate(used.select_related("node").order_by("pk")):
        by: dict[str, Any] = {"ref": one.node.ref, "viewer": director}
        day = since + timedelta(days=200 + number * 6)
        actions.decide_by(on=day.date(), text="Inköp enligt ramavtal", now=day, **by)
        if number < REPORTED:
            taken = one.decisions.get().pk
            actions.report(
                decision=taken, on=day.date() + timedelta(days=20), now=day + timedelta(days=20), **by
            )


def _rights(authority: Authority, begins: date) -> Iterator[rules.Right]:
    if authority.kind == AuthorityKind.COMPANY:
        for item, subject, limit in INSTRUCTIONS:
            yield rules.Right(0, item, subject, "", "Verkställande direktör", limit, False, begins)
        return
    posts = ["Enhetschef", "Verksamhetschef", "Förvaltningschef"]
    for number, (item, subject, legal, limit) in enumerate((*RIGHTS, *OWN[authority.code])):
        post = posts[0 if item.startswith("5") else number % len(posts)]
        yield rules.Right(0, item, subject, legal, post, limit, item.startswith("2"), begins)
