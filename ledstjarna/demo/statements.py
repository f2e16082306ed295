"""What the people of Sundhamn say of the city's future, and how the four currents of opinion lean.

A lean is "U" for what unites, "R" for what all reject, "L" for lukewarm, or four signs, one for each
current: those who want safety first, those who try the new, those who think of the climate and one
another, and those who want less of everything.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A statement and how it is met; a seeded one is the opener's own."""

    text: str
    lean: str
    lang: str = "sv"
    seeded: bool = False


def _seeded(lean: str, *texts: str) -> list[Line]:
    return [Line(text, lean, seeded=True) for text in texts]


def _said(lean: str, *texts: str) -> list[Line]:
    return [Line(text, lean) for text in texts]


LINES = (
    *_seeded(
        "U",
        "Ingen ska behöva berätta samma sak två gånger för olika delar av staden.",
        "Den som arbetar närmast invånaren får avgöra hur det görs.",
        "Varje barn ska möta minst en vuxen i skolan som verkligen känner det.",
        "Vi vågar pröva i liten skala, och säger högt när det inte fungerade.",
    ),
    *_said(
        "U",
        "Hamnstråket ska vara öppet för alla, varje dag, utan att det kostar något.",
        "Den som har hemtjänst ska känna igen den som ringer på dörren.",
        "Det ska gå att få ett svar från staden inom två dagar, även om svaret är nej.",
        "Nya idéer från medarbetare ska få ett ja eller ett nej, aldrig tystnad.",
        "Vi slutar samla in uppgifter som ingen läser.",
        "Biblioteken ska vara stadens vardagsrum i varje stadsdel.",
        "Chefer ska ha tid att vara där verksamheten är.",
        "Föreningar som vill göra något för andra ska mötas av ett: hur kan vi hjälpa till?",
    ),
    Line("A newcomer should feel at home in Sundhamn within the first year.", "U", "en"),
    *_seeded(
        "R",
        "Varje förvaltning ska ha sin egen vision.",
        "Stadens mål ska följas upp med fler rapporter varje månad.",
    ),
    *_said(
        "R",
        "Det är bäst att vänta med nytt tills alla andra kommuner har provat.",
        "Den som gör fel ska hängas ut på intranätet.",
        "Alla medarbetare ska ha samma arbetssätt oavsett vilka de är till för.",
        "Invånarna behöver inte veta hur staden resonerar.",
        "Vi kan lägga ner badhusen, ingen badar längre.",
        "Simning i skolan är inte stadens sak.",
    ),
    *_seeded(
        "L",
        "Staden ska ha en gemensam grafisk profil på alla fordon.",
        "Sundhamn ska ansöka om att bli kulturhuvudstad.",
        "Vi ska ha en årlig dag när alla byter arbetsplats med varandra.",
    ),
    *_said(
        "L",
        "Stadens möten ska aldrig vara längre än 45 minuter.",
        "Det behövs en ny stadsfestival på hösten.",
        "Vi borde ha en egen app i stället för webbplatsen.",
        "Kommunens gamla vapen ska användas oftare.",
        "Alla fikarum ska se likadana ut.",
        "Fontänen på torget ska lysa i olika färger.",
        "Vi ska börja varje möte med en berättelse från vardagen.",
        "Stadsbiblioteket ska ha öppet på julafton.",
        "Det behövs fler skyltar på engelska vid färjeläget.",
        "Nyhetsbrevet ska komma på papper till den som vill.",
    ),
    *_seeded(
        "+-+-",
        "Heltid ska vara det vanliga överallt, även om det kräver nya scheman.",
        "Grupperna i förskolan ska bli mindre innan något annat byggs.",
        "Staden ska anställa fler, inte köpa tjänster.",
    ),
    *_seeded(
        "-++-",
        "Bilfri innerstad före 2035.",
        "Tjänsteresor med flyg ska upphöra helt.",
        "Allt kött i skolmaten ska vara svenskt eller bytas mot grönt.",
    ),
    *_seeded(
        "-+-+",
        "Enheter som lyckas ska få behålla det de sparar.",
        "Fler tjänster ska kunna skötas av företag och föreningar.",
        "Den som vill arbeta hemifrån ska få göra det alla dagar.",
    ),
    *_seeded(
        "+--+",
        "Kärnverksamheten först: kultur och evenemang får vänta.",
        "Centrala beslut är bättre än att varje enhet gör på sitt sätt.",
        "Kameror på torgen gör staden tryggare.",
    ),
    *_said(
        "+-+-",
        "Inga fler delade turer i hemtjänsten, kosta vad det kosta vill.",
        "Nattis ska finnas i varje stadsdel.",
        "Lärare ska inte vara rastvakter.",
        "Sjukskrivningarna minskar först när det blir fler kollegor.",
        "Skolorna ska ha bibliotekarie, kurator och sköterska på plats varje dag.",
        "Vi ska ha råd att ha två i varje bil på natten.",
        "Arbetskläder ska ingå för alla som möter människor.",
        "Karensavdraget ska bort för oss som inte kan arbeta hemifrån.",
    ),
    *_said(
        "-++-",
        "Stranden ska få växa vilt, även om det blir färre badplatser.",
        "Höj parkeringsavgifterna och lägg pengarna på bussarna.",
        "Varje tak som tål det ska ha solceller inom tio år.",
        "Nya hus ska byggas i trä.",
        "Invånarna ska få rösta om en del av budgeten.",
        "Vindkraft utanför kusten är bra för Sundhamn.",
        "Skolgårdarna ska bli skog och odling i stället för asfalt.",
        "Vi ska sluta köpa nytt när det går att laga.",
        "Cykelbanorna ska plogas före bilvägarna.",
    ),
    *_said(
        "-+-+",
        "Vi ska våga stänga det som inte används, även när någon blir arg.",
        "Robotar kan ta över tvätt och städ redan nu.",
        "Löner ska få skilja mer efter vad man bidrar med.",
        "Välj bort hälften av alla policyer.",
        "Företag som vill bygga ska få besked på en vecka, även om det ibland blir fel.",
        "AI ska skriva första utkastet till alla beslut.",
        "Staden ska sälja mark för att ha råd att pröva nytt.",
        "Möten ska vara digitala om ingen säger något annat.",
        "Färjeläget ska byggas ut för kryssningsfartyg.",
    ),
    *_said(
        "+--+",
        "Ordningsvakter ska finnas på bussarna om kvällarna.",
        "Det är för mycket prat om vision och för lite om snöröjning.",
        "Skolan ska lägga mobilerna i låsta skåp.",
        "Hellre en stor skola med allt än många små.",
        "Vi ska hålla budgeten innan vi har några drömmar.",
        "Konst i rondeller är bortkastade pengar.",
        "Bygg fler parkeringar vid sjukhuset.",
        "Småbåtshamnen ska betala sig själv.",
    ),
    *_said(
        "++--",
        "Sundhamn ska bli störst på havsbaserad industri i landet.",
        "Hamnen ska få växa även om det låter mer.",
        "Bygg en ny arena med plats för elitlagen.",
        "Motorvägsavfarten ska breddas innan fler bostäder byggs.",
        "Höghus vid vattnet är en bra idé.",
        "Vi ska locka hit tusen nya invånare om året.",
    ),
    *_said(
        "--++",
        "Hellre låg skatt än fler aktiviteter.",
        "Föreningarna kan ta över fritidsgårdarna.",
        "Vi behöver färre chefer och mer självstyre.",
        "Vård och omsorg ska gå att välja bort kommunen i.",
        "Staden ska växa långsamt.",
        "Byarna ska få bestämma över sina egna pengar.",
    ),
    *_said(
        "+++-",
        "Kollektivtrafiken ska vara gratis för alla under 20.",
        "Musikskolan ska vara avgiftsfri.",
        "Alla anställda ska få en timme i veckan att lära sig något nytt.",
        "Staden ska bygga egna seniorbostäder i varje stadsdel.",
    ),
    *_said(
        "-+++",
        "Var och en ska få ett tydligt uppdrag och sedan lämnas i fred.",
        "Hälften av alla kontroller kan bort redan i år.",
        "Vi ska dela lokaler med företag och föreningar på kvällarna.",
    ),
    Line("Public buildings should stay open for residents' own ideas at night.", "-++-", "en"),
    Line("Let teams recruit their own colleagues.", "-+-+", "en"),
    Line("English should be enough to apply for most jobs here.", "-++-", "en"),
    Line("The ferry should run every hour, all year.", "+-+-", "en"),
)

TWINS = (
    ("Hamnstråket ska vara öppet för alla året om och gratis.", 4),
    ("Man ska känna igen den som kommer från hemtjänsten.", 5),
    ("Sluta samla in uppgifter som ingen har tid att läsa.", 8),
    ("Gratis buss för alla under tjugo år.", None),
)
"""Near-duplicates that somebody wrote all the same, and the place of the line they repeat."""

OUT = (("Min chef på enheten borde sluta.", "Handlar om en enskild person."),)
"""What is said and then taken out, with the reason."""
