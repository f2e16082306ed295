"""The vision that Sundhamn's gathering came to, and what the parties said of it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import actions
from ledstjarna.rooms.vision.models import Round, Statement

AREAS = (
    (
        "Den öppna hamnen",
        "Vattnet hör till alla. Här möts den som arbetar, den som badar och den som bara vill se horisonten.",
        "The open harbour",
        "The water belongs to everybody. Here those who work, those who swim and those who only want to see the horizon meet.",
        ("Hamnstråket ska vara öppet för alla, varje dag, utan att det kostar något.", "Biblioteken ska vara stadens vardagsrum i varje stadsdel."),
    ),
    (
        "Den nära staden",
        "Du möter samma människor, får svar i tid och behöver aldrig börja om från början.",
        "The city close by",
        "You meet the same people, get an answer in time and never have to start over.",
        ("Ingen ska behöva berätta samma sak två gånger för olika delar av staden.", "Den som har hemtjänst ska känna igen den som ringer på dörren.", "Det ska gå att få ett svar från staden inom två dagar, även om svaret är nej."),
    ),
    (
        "Den prövande staden",
        "Vi börjar smått, lär av det som gick fel och låter det som fungerar sprida sig.",
        "The city that tries",
        "We begin small, learn from what went wrong and let what works spread.",
        ("Vi vågar pröva i liten skala, och säger högt när det inte fungerade.", "Nya idéer från medarbetare ska få ett ja eller ett nej, aldrig tystnad."),
    ),
    (
        "Den växande människan",
        "Varje barn är sett av någon, och ingen blir för gammal för att lära nytt.",
        "Growing people",
        "Every child is seen by somebody, and nobody grows too old to learn.",
        ("Varje barn ska möta minst en vuxen i skolan som verkligen känner det.",),
    ),
    (
        "Det gemensamma uppdraget",
        "Den som är närmast avgör, och staden gör plats för det andra vill göra.",
        "The mission we share",
        "Those who are closest decide, and the city makes room for what others want to do.",
        ("Den som arbetar närmast invånaren får avgöra hur det görs.", "Föreningar som vill göra något för andra ska mötas av ett: hur kan vi hjälpa till?", "Vi slutar samla in uppgifter som ingen läser."),
    ),
)  # fmt: skip
SHIFTS = (
    ("utförare", "möjliggörare", "performer", "enabler"),
    ("rapport", "samtal", "report", "talk"),
    ("var för sig", "tillsammans", "each apart", "together"),
    ("stora planer", "små försök", "grand plans", "small tests"),
    ("van", "nyfiken", "used to it", "curious"),
    ("kaj", "mötesplats", "quay", "meeting place"),
)
WORDS = (
    (
        "HAM",
        "for",
        "Det här är en vision som går att arbeta efter på måndag. Vi ställer oss bakom den helt och hållet.",
    ),
    (
        "SAM",
        "for",
        "Tusentals medarbetare har skrivit den här tillsammans. Vår uppgift är att inte stå i vägen.",
    ),
    (
        "GRÖ",
        "reservation",
        "Vi är med, men saknar klimatet som en egen del. Havet mår inte bra av att vi bara ser på det.",
    ),
    (
        "ARB",
        "for",
        "Att den som är närmast avgör är vad vi alltid har velat. Nu gäller det att ge tid och kollegor också.",
    ),
    ("FRI", "reservation", "Vi delar riktningen. Staden bör göra färre saker själv än vad texten låter ana."),
)


def write(ref: str, director: Viewer, now: datetime) -> None:
    """Write the draft in two versions, each area from the statements it grew from."""
    round_ = Round.objects.select_related("vision__node").get(node__ref=ref)
    vision = round_.vision.node.ref
    refs = dict(Statement.objects.filter(round=round_).values_list("text", "node__ref"))
    for n, (title, text, title_en, text_en, grown) in enumerate(AREAS):
        actions.add_area(
            ref=vision,
            title=title,
            text=text,
            title_en=title_en,
            text_en=text_en,
            statements=[refs[one] for one in grown],
            viewer=director,
            now=now + timedelta(days=n),
        )
    actions.keep_version(ref=vision, note="Fem områden", viewer=director, now=now + timedelta(days=6))
    for origin, goal, origin_en, goal_en in SHIFTS:
        actions.add_shift(
            ref=vision,
            origin=origin,
            goal=goal,
            origin_en=origin_en,
            goal_en=goal_en,
            statements=[],
            viewer=director,
            now=now + timedelta(days=9),
        )
    actions.keep_version(ref=vision, note="Med förflyttningar", viewer=director, now=now + timedelta(days=12))


def endorse(ref: str, member: Callable[..., Viewer], now: datetime) -> None:
    """Let the parties that have made up their minds speak."""
    vision = Round.objects.select_related("vision__node").get(node__ref=ref).vision.node.ref
    for n, (party, stance, words) in enumerate(WORDS):
        actions.endorse(
            ref=vision,
            stance=stance,
            words=words,
            viewer=member(party__code=party, person__protected=False),
            now=now + timedelta(days=3 * n),
        )
