"""What Sundhamn saw outside in its third to seventh year: 120 signals, read together, some of them parried."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from django.db import transaction
from django.utils import timezone

from ledstjarna.demo.steering import GROWING, HARBOUR, NEAR, SHARED, TRYING
from ledstjarna.demo.trials import LEARNT, REASONS
from ledstjarna.people.models import Employment, RoleAssignment, Unit
from ledstjarna.people.room import Role
from ledstjarna.people.viewer import Viewer, viewer_of
from ledstjarna.rooms.experiments import actions as experiments
from ledstjarna.rooms.horizon import actions
from ledstjarna.thread.models import Node

SIGNALS = 120
YEARS = 1600  # days back in which they were noticed
GROUP = "slf-2"
TESTED = 0.5  # of what met something small, the share that is a test of its own
MEASURES = ("De som kommer, på en dag", "Gånger det används på en dag", "De som frågar efter det, på en dag")

Tell = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody does outside, why it may matter here, the area that it concerns, and what could be tried."""

    what: str
    why: str
    area: str
    parry: str


WHO = (
    "En finsk stad", "En grannkommun", "En dansk kommun", "En nederländsk stad", "En skånsk kommun",
    "En norsk kommun", "En stad i Skottland", "En kommun i Norrland", "En tysk hamnstad", "En estnisk stad",
)  # fmt: skip
SEEN = (
    Seen("lånar ut verktyg ur skåp dygnet runt", "Biblioteket kunde nå dem som arbetar skift.", NEAR, "Ett skåp med tjugo böcker"),
    Seen("låter äldre och studenter dela trappuppgång", "Ensamhet och bostadsbrist kan lösas i samma hus.", NEAR, "Två lägenheter i ett trygghetshus"),
    Seen("svarar på frågor med en röst som alltid säger vem som ansvarar", "Våra svar saknar ofta avsändare.", SHARED, "En rad sist i varje svar, på ett kontor"),
    Seen("mäter vattnets kvalitet med sensorer som skolbarn har byggt", "Barn som mäter bryr sig, och vi får fler mätpunkter.", HARBOUR, "Fyra sensorer i en klass sju"),
    Seen("har slutat med delmål och frågar i stället vad som är lärt", "Det är vår väg, och de har mätt den.", TRYING, "Tre frågor i stället för en rapport"),
    Seen("betalar för att el används när det blåser", "Våra lokaler kunde värmas på natten.", HARBOUR, "En sporthall som värms på natten"),
    Seen("bygger lekplatser som får översvämmas", "Skyfallen blir fler och ytorna färre.", HARBOUR, "En grop i en park"),
    Seen("låter unga hålla i öppettiderna på badet", "Unga säger att de vill ha nycklar, inte aktiviteter.", GROWING, "Nyckeln till en sal, tolv onsdagar"),
    Seen("provar fyra dagars vecka på ett äldreboende", "Vi har svårt att få folk att stanna.", SHARED, "Sex veckor på en avdelning"),
    Seen("översätter alla brev till lättläst med ett språkverktyg", "Hälften förstår inte våra beslut.", NEAR, "Tio beslut i två versioner"),
    Seen("hyr ut gatumark till träd", "Skuggan saknas där det är som varmast.", HARBOUR, "Tre träd i kar på en parkering"),
    Seen("låter restauranger sälja mat som blir över genom skolköken", "Vi slänger mat två kilometer från någon som saknar den.", NEAR, "En fredag i ett skolkök"),
    Seen("utbildar undersköterskor på arbetsplatsen med lön", "Antalet sökande halveras de närmaste tio åren.", GROWING, "Fyra platser på ett boende"),
    Seen("ersätter bygglovsritningen med en modell att gå runt i", "Grannar förstår inte ritningar.", TRYING, "Ett grannmöte med modell"),
    Seen("visar i realtid hur länge man får vänta", "Den som vet väntar lugnare.", NEAR, "En skylt i en reception"),
    Seen("låter invånare låna ut sin kunskap en timme i månaden", "Många vill hjälpa till men inte i en förening.", SHARED, "Tjugo timmar på ett bibliotek"),
    Seen("hittar läckor i vattenledningar genom att lyssna", "Var femte liter försvinner på vägen.", TRYING, "Tre lyssnare på en gata"),
    Seen("stänger skolans nätverk under lektionerna", "Lärare ber om det, elever också.", GROWING, "Två klasser i fyra veckor"),
    Seen("flyttar vårdcentralens väntrum till ett kafé", "Ensamma söker vård för att få tala med någon.", NEAR, "Kaffe och en sjuksköterska på torsdagar"),
    Seen("säljer gamla kontorsstolar till nystartade företag", "Vi kör bort möbler som någon vill ha.", SHARED, "En garageförsäljning i december"),
    Seen("låter chefer byta arbete med varandra en vecka", "Vi vet lite om varandras vardag.", SHARED, "Fyra par i en vecka"),
    Seen("skickar drönare med hjärtstartare före ambulansen", "Vår skärgård har långa vägar.", TRYING, "En övning på en ö"),
    Seen("bygger hus som går att plocka isär", "Vi river skolor som är trettio år.", TRYING, "Ett cykelhus med skruvar i stället för lim"),
    Seen("har ett råd av barn som granskar budgeten", "De frågar det som ingen annan frågar.", GROWING, "En klass läser en nämnds budget"),
    Seen("låter hemtjänsten lägga sitt schema med en app som laget äger", "Den som planerar själv stannar.", NEAR, "Ett lag i åtta veckor"),
    Seen("gör om tomma butiker till verkstäder på vintern", "Hamngatan har elva tomma lokaler.", HARBOUR, "En lokal i januari"),
    Seen("kräver att varje ny regel ersätter en gammal", "Vi lägger till och tar sällan bort.", SHARED, "En nämnd under ett halvår"),
    Seen("låter syrsor bli skolmat", "Eleverna var nyfiknare än de vuxna.", TRYING, "En smakprovning i åk åtta"),
    Seen("varnar för bluffsamtal genom sina egna telefonköer", "Äldre hos oss har förlorat mycket i år.", NEAR, "En inspelad mening i en kö"),
    Seen("tar betalt för parkering efter bilens vikt", "Gatorna slits och platserna räcker inte.", HARBOUR, "En räkning utan att ta betalt"),
    Seen("låter forskare bo gratis mot att de arbetar öppet", "Vi har rum i gamla tullhuset.", GROWING, "Ett rum, en forskare, två månader"),
    Seen("byter ut medarbetarenkäten mot fem minuter på måndagar", "Vi får svaren för sent för att göra något.", SHARED, "Tre enheter i en månad"),
    Seen("märker mat i skolan med hur långt den rest", "Barn väljer annorlunda när de vet.", HARBOUR, "En skyltad vecka"),
    Seen("har en nattbuss som kör dit den behövs", "Personal som slutar sent tar bilen.", NEAR, "En minibuss i fyra veckor"),
    Seen("skriver avtal på en sida", "Små företag vågar inte lämna anbud.", TRYING, "Ett köp under hundra tusen"),
    Seen("öppnar sina ritningar för alla att bygga vidare på", "Vi betalar för samma lösning som andra.", SHARED, "Ritningen till ett vindskydd"),
    Seen("låter unga med funktionsnedsättning testa alla nya tjänster först", "Vi upptäcker felen sist.", GROWING, "Ett test före nästa lansering"),
    Seen("ger varje nyinflyttad en granne som fadder", "Många flyttar härifrån efter två år.", NEAR, "Tio par i ett kvarter"),
    Seen("kyler staden med havsvatten", "Somrarna blir varmare och fläktarna fler.", HARBOUR, "Ett serverrum vid kajen"),
    Seen("låter en dator läsa remisser och säga när något saknas", "Halva kötiden är väntan på en uppgift.", TRYING, "Hundra gamla remisser, utan namn"),
)  # fmt: skip
SOURCES = (
    "Dagstidningen", "En konferens i Göteborg", "Ett studiebesök", "Radion på väg hem", "Ett nyhetsbrev från SKR",
    "En kollega som flyttat", "En avhandling", "Ett nätverksmöte",
)  # fmt: skip
THOUGHTS = (
    "Det här går att prova litet. Det enda som hindrar oss är vanan.",
    "Vi är inte säkra på att det passar här. De har en annan organisation.",
    "Fler har sett samma sak i år. Det är inte en tillfällighet längre.",
    "Intressant, men vi har inte nyckeln till det. Regionen har den.",
    "Vi tror att det blir vanligt inom fem år. Bättre att lära medan det är billigt.",
    "Det lät större än det var. Vi väntar och ser.",
)
MET = (
    "Framtidsgruppen, nio personer",
    "Framtidsgruppen och två chefer, elva personer",
    "Halva gruppen, fem personer",
)


def fill(now: datetime, tell: Tell, *, many: int = SIGNALS, seed: int = 29) -> None:
    """Notice, read and parry so many signals over the years until now."""
    rng = np.random.default_rng(seed)
    director = _director(now)
    group = Unit.objects.select_related("node").get(code=GROUP)
    actions.appoint(unit=group.node.ref, viewer=director, now=now - timedelta(days=YEARS + 5))
    areas = dict(Node.objects.filter(kind="area", ended=None).order_by("pk").values_list("title", "ref"))
    rows = Employment.objects.select_related("person__node", "unit__node").filter(person__protected=False)
    works = list(rows.order_by("pk"))
    pairs = [(who, n) for n in range(len(SEEN)) for who in rng.permutation(len(WHO))[:3].tolist()]
    order = rng.permutation(len(pairs))[:many].tolist()
    days = np.sort(rng.integers(2, YEARS, len(order)))[::-1].tolist()
    with transaction.atomic():
        for place, (ago, at) in enumerate(zip(days, order, strict=True)):
            who, n = pairs[at]
            work = works[int(rng.integers(len(works)))]
            viewer = viewer_of(work.person, timezone.localdate(now))
            _signal(rng, WHO[who], SEEN[n], areas, viewer, director, works, now - timedelta(days=ago), now)
            tell("What is seen outside", place + 1, len(order))


def _director(now: datetime) -> Viewer:
    row = (
        RoleAssignment.objects.select_related("person__node")
        .filter(role=Role.CITY_DIRECTOR)
        .order_by("pk")[0]
    )
    return viewer_of(row.person, timezone.localdate(now))


def _signal(
    rng: np.random.Generator, who: str, seen: Seen, areas: dict[str, str], viewer: Viewer, director: Viewer,
    works: list[Employment], at: datetime, now: datetime,
) -> None:  # fmt: skip
    """One signal from the day it was noticed, as far as it has come by now."""
    ref = actions.notice(
        title=f"{who} {seen.what}", sort=("trend", "event", "weak")[int(rng.choice(3, p=(0.4, 0.25, 0.35)))],
        seen_in=SOURCES[int(rng.integers(len(SOURCES)))], link="", text=seen.why,
        concerns=[areas[seen.area]] if seen.area in areas else [], viewer=viewer, now=at,
    )  # fmt: skip
    course, moment = "watch", at
    for _round in range(int(rng.choice(3, p=(0.2, 0.55, 0.25)))):
        moment += timedelta(days=int(rng.integers(10, 120)))
        if moment >= now:
            break
        course = ("watch", "act", "parked")[int(rng.choice(3, p=(0.3, 0.47, 0.23)))]
        actions.read_together(
            ref=ref, held_on=timezone.localdate(moment), met=MET[int(rng.integers(len(MET)))],
            thinks=THOUGHTS[int(rng.integers(len(THOUGHTS)))],
            strength=("faint", "clear", "strong")[int(rng.integers(3))],
            surety=("guess", "likely", "sure")[int(rng.choice(3, p=(0.45, 0.4, 0.15)))],
            course=course, viewer=director, now=moment,
        )  # fmt: skip
    _parry(rng, ref, seen, course, works, at, now)


def _parry(
    rng: np.random.Generator, ref: str, seen: Seen, course: str, works: list[Employment], at: datetime, now: datetime
) -> None:  # fmt: skip
    """Most of what is acted on meets a small test in some months, and some of the rest does too.

    Half of it is told of afterwards, and half is a test from the first thought on.
    """
    begun = at + timedelta(days=int(rng.gamma(1.6, 90)) + 6)
    if begun >= now or rng.random() > {"act": 0.85, "watch": 0.3}.get(course, 0.05):
        return
    work = works[int(rng.integers(len(works)))]
    by: dict[str, Any] = {"viewer": viewer_of(work.person, timezone.localdate(now)), "now": begun}
    if rng.random() < TESTED:
        _test(rng, ref, seen, by, now)
        return
    actions.parry(
        ref=ref, title=seen.parry, text="Litet, i några veckor, och sedan berättar vi vad vi såg.",
        unit=work.unit.node.ref, begun_on=timezone.localdate(begun), **by,
    )  # fmt: skip


def _test(rng: np.random.Generator, ref: str, seen: Seen, by: dict[str, Any], now: datetime) -> None:
    """A test of two weeks against a signal: started, counted, and concluded where it is over."""
    measure = MEASURES[int(rng.integers(len(MEASURES)))]
    test = experiments.sketch(
        title=seen.parry, need=seen.why, whom="De som det gäller, på ett ställe", change=f"{seen.parry}.",
        measure=measure, sort="count", better="up", parries=ref, **by,
    )  # fmt: skip
    experiments.start(ref=test, **by)
    usual, more = float(rng.uniform(1, 9)), float(rng.uniform(0.8, 1.8))
    rows = ["day;value"]
    over = by["now"] + timedelta(days=15)
    for day in range(14):
        on = by["now"] + timedelta(days=day)
        if on < now and rng.random() < 0.85:
            value = rng.poisson(usual * (more if day > 3 else 1))
            rows.append(f"{timezone.localdate(on)};{value}")
    experiments.log_all(ref=test, text="\n".join(rows), viewer=by["viewer"], now=min(over, now))
    if over < now:
        verdict = ("adapt", "park")[int(more < 1.1)]
        experiments.conclude(
            ref=test, verdict=verdict, reason=str(rng.choice(REASONS[verdict])), learning="some",
            learnt=str(rng.choice(LEARNT)), viewer=by["viewer"], now=over,
        )  # fmt: skip
