"""The scorecard that Sundhamn had before: 300 goals in four perspectives, half of them retired."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import product

from ledstjarna.demo.city import BOARDS
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import actions, reads
from ledstjarna.rooms.missions.models import ScorecardGoal
from ledstjarna.rooms.missions.room import Fate
from ledstjarna.thread.models import Node

GOALS = 300
HEADER = ("Perspektiv", "Nämnd", "Mål", "Mått", "Målvärde", "Period", "Utfall")
# Whom each board is there for, and with what, as its own goals say it.
OWN = {
    "ks": ("Företagen", "stadens ledning"),
    "bun": ("Föräldrarna", "förskolan"),
    "gvn": ("Eleverna", "gymnasieskolan"),
    "von": ("De äldre", "hemtjänsten"),
    "son": ("Familjerna", "socialtjänsten"),
    "sbn": ("De som bygger", "bygglovshandläggningen"),
    "tkn": ("Trafikanterna", "gatuskötseln"),
    "mkn": ("Krögarna", "livsmedelskontrollen"),
    "kfn": ("Besökarna", "biblioteken och badhusen"),
    "ann": ("De arbetssökande", "vuxenutbildningen"),
    "ofn": ("Huvudmännen", "tillsynen av ställföreträdare"),
}
PERSPECTIVES = {
    "Invånare": (
        ("{who} är nöjda med bemötandet i {what}", "Nöjd kund-index", "75"),
        ("{who} kan påverka hur {what} utformas", "Andel som instämmer", "60 %"),
        ("Den som hör av sig får svar inom två dagar", "Andel svar i tid", "95 %"),
        ("Ta fram en plan för {what}", "Plan finns", "Ja"),
        ("Antal klagomål på {what}", "Antal", ""),
        ("Fler känner till {what} och vad den kan göra för dem", "Kännedom", "80 %"),
        ("Genomföra två medborgardialoger", "Antal dialoger", "2"),
    ),
    "Omvärld": (
        ("Kartlägga vilka andra städer som {what} kan lära av", "Kartläggning klar", "Ja"),
        ("Företagen tycker att vi är lätta att ha att göra med", "Företagsindex", "72"),
        ("Delta i tre nätverk", "Antal nätverk", "3"),
        ("Redovisa miljöpåverkan varje år", "Redovisning finns", "Ja"),
        ("Andel inköp med miljökrav", "Andel", "90 %"),
        ("Klimatutsläppen från {what} minskar", "Ton", "-10 %"),
    ),
    "Organisation": (
        ("Genomföra medarbetarsamtal med alla", "Andel", "100 %"),
        ("Medarbetarna rekommenderar {what} som arbetsplats", "Index", "70"),
        ("Sjukfrånvaron minskar", "Procent", "5,5"),
        ("Upprätta en kompetensplan för {what}", "Plan finns", "Ja"),
        ("Antal anställda", "Antal", ""),
        ("Införa ett gemensamt arbetssätt i {what}", "Andel projekt", "100 %"),
        ("Rapportera avvikelser varje månad", "Rapporter", "12"),
    ),
    "Ekonomi": (
        ("Budgeten är i balans", "Avvikelse", "0"),
        ("Statistik över vad {what} kostar", "Kronor", ""),
        ("Ta fram förslag på hur {what} kan kosta mindre", "Plan finns", "Ja"),
        ("{what} kostar mindre än i liknande städer", "Kolada", "Under riket"),
        ("Följa inköpstrohet", "Procent", "85 %"),
        ("Genomföra internkontroll enligt plan", "Andel", "100 %"),
        ("Energianvändningen i {what} sjunker", "kWh per kvadratmeter", "140"),
    ),
}


def rows() -> Iterator[tuple[str, ...]]:
    """The rows of the spreadsheet, board by board, until there are three hundred."""
    goals = [(perspective, *goal) for perspective, many in PERSPECTIVES.items() for goal in many]
    left = GOALS
    for number, ((code, board), (perspective, worded, measure, target)) in enumerate(product(BOARDS, goals)):
        if not left:
            return
        left -= 1
        who, what = OWN[code]
        goal = worded.format(who=who, what=what)
        goal = goal[0].upper() + goal[1:]
        outcome = "" if number % 3 == 0 else f"{40 + number % 55}"
        yield perspective, board, goal, measure, target, "2023–2026", outcome
    for number in range(left):
        yield (
            "Organisation",
            "Hela staden",
            f"Stadens gemensamma mål {number + 1}",
            "Index",
            "70",
            "2023–2026",
            "",
        )


def spreadsheet() -> bytes:
    """The scorecard as an old system writes it: semicolons, and the letters of Windows."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";")
    writer.writerows([HEADER, *rows()])
    return made.getvalue().encode("cp1252")


def retire(director: Viewer, now: datetime) -> None:
    """Bring it in, and let half of it go: information first, then activities, then what others say already."""
    begun = now - timedelta(days=150)
    ref = actions.bring_scorecard(
        title="Stadens styrkort 2023–2026", file=spreadsheet(), viewer=director, now=begun
    )
    columns = {choice.field: choice.column for choice in reads.mapping(ref=ref, viewer=director).choices}
    actions.settle_scorecard(
        ref=ref, columns={field: at for field, at in columns.items() if at >= 0}, viewer=director, now=begun
    )
    goals = ScorecardGoal.objects.filter(scorecard__node__ref=ref).order_by("place")
    informing = [one.node.ref for one in goals.filter(nature="information").select_related("node")]
    doing = [one.node.ref for one in goals.filter(nature="activity").select_related("node")]
    trust = Node.objects.get(kind="board_goal", title="Fler litar på stadens ord")
    met = [one.node.ref for one in goals.filter(node__title__contains="bemötandet").select_related("node")]
    steps = (
        (30, informing, Fate.INFORMATION, "", "Det var uppgifter, inte mål. De finns i statistiken."),
        (60, met, Fate.KEEP, trust.ref, "Ett mål i stället för ett i varje nämnd."),
        (90, doing[: GOALS // 2 - len(informing) - len(met)], Fate.RETIRED, "", "Tack. Det är gjort, eller görs ändå."),
    )  # fmt: skip
    for days, refs, fate, became, note in steps:
        actions.decide_fates(
            ref=ref,
            goals=refs,
            fate=fate,
            became=became,
            note=note,
            viewer=director,
            now=begun + timedelta(days=days),
        )
