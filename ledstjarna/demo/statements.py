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
        "Den som gör fel ska hängas ut på intranätet, så lär sig resten.",
        "Alla medarbetare ska ha samma arbetssätt, oavsett vilka de är till för.",
        "Invånarna behöver inte veta hur staden resonerar, det räcker att de får ett beslut.",
        "Vi kan lägga ner badhusen. Den som vill bada har ju hela havet.",
        "Att lära barnen simma är inte skolans sak, det får föräldrarna ordna.",
        "Den som ringer till staden ska alltid hänvisas till en blankett först.",
        "Medarbetare ska inte prata med politiker, det blir bara rörigt.",
        "Vi ska sluta med introduktion. Nya kollegor lär sig snabbast om de får klara sig själva.",
    ),
    Line("Feedback from residents should only be read once a year.", "R", "en"),
    *_seeded(
        "L",
        "Staden ska ha en gemensam grafisk profil på alla fordon.",
        "Sundhamn ska ansöka om att bli kulturhuvudstad.",
        "Vi ska ha en årlig dag när alla byter arbetsplats med varandra.",
        "Stadens priser till medarbetare ska delas ut på stadsteatern i stället för på intranätet.",
    ),
    *_said(
        "L",
        "Stadens möten ska aldrig vara längre än 45 minuter, då hinner man gå emellan dem också.",
        "Det behövs en ny stadsfestival på hösten, när sommargästerna har åkt hem och hamnen känns tom.",
        "Vi borde ha en egen app i stället för webbplatsen. Mina brukares anhöriga lever i mobilen.",
        "Stadens gamla vapen med fyren ska användas oftare, det är fint och många tycker om det.",
        "Alla fikarum borde se likadana ut, så att man känner sig hemma var man än hoppar in.",
        "Fontänen på torget ska lysa i olika färger under årets mörka månader.",
        "Vi ska börja varje möte med en berättelse från vardagen, en som börjar med ett namn.",
        "Stadsbiblioteket ska ha öppet några timmar på julafton för den som inte har någonstans att gå.",
        "Det behövs fler skyltar på engelska vid färjeläget.",
        "Nyhetsbrevet ska komma på papper till den som vill. Vi i köket sitter aldrig vid en dator.",
        "Alla nya medarbetare borde få en båttur runt hamnen sin första vecka.",
        "Gatunamnen i de nya kvarteren ska väljas av barnen på närmaste skola.",
        "Vi borde ha en gemensam kör. Det låter löjligt, men så lär man känna folk från andra förvaltningar.",
        "Stadens bilar kan väl ha namn, som båtarna har.",
        "Måsarna på torget är ett större problem än vad som står i någon av våra planer.",
        "Byt ut ordet brukare. Vad vi ska säga i stället vet jag inte riktigt.",
        "Kommunfullmäktige kunde mötas på olika platser i staden, en gång om året hos oss i skolan.",
        "Alla mejl från staden borde sluta med ett förnamn och ett telefonnummer.",
    ),
    Line("We could have one afternoon a month without any meetings at all.", "L", "en"),
    Line("A small museum of things that went wrong would make us laugh and learn.", "L", "en"),
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
    *_seeded("++--", "Bygg en ny arena med plats för elitlagen."),
    *_seeded("+++-", "Kollektivtrafiken ska vara gratis för alla under 20."),
    *_said(
        "+-+-",
        "Inga fler delade turer i hemtjänsten, kosta vad det kosta vill. Vi har också barn som ska hämtas.",
        "Nattis ska finnas i varje stadsdel, så att den som arbetar natt kan bo var som helst.",
        "Lärare ska inte vara rastvakter. Låt oss vara lärare, så lovar jag att det märks i klassrummet.",
        "Sjukskrivningarna minskar först när det blir fler kollegor, inte när det blir fler kurser i stress.",
        "Skolorna ska ha bibliotekarie, kurator och sköterska på plats varje dag.",
        "Vi ska ha råd att vara två i varje bil på natten. Jag har varit rädd på väg upp i en mörk trappa.",
        "Arbetskläder och bra skor ska ingå för alla som möter människor, inte bara för dem som haft dem jämt.",
        "Karensavdraget ska bort för oss som inte kan arbeta hemifrån med en lätt förkylning.",
    ),
    *_said(
        "-++-",
        "Stranden ska få växa vilt, även om det blir färre badplatser.",
        "Höj parkeringsavgifterna och lägg pengarna på bussarna, så att de går på kvällen också.",
        "Varje tak som tål det ska ha solceller inom tio år.",
        "Nya skolor och äldreboenden ska byggas i trä, det doftar gott och är bättre för klimatet.",
        "Invånarna ska få rösta om en del av budgeten, och vi ska göra det som de kommer fram till.",
        "Vindkraft utanför kusten är bra för Sundhamn, även om vi ser den från badbryggan.",
        "Skolgårdarna ska bli skog och odling i stället för asfalt. Barnen bråkar mindre bland träd.",
        "Vi ska sluta köpa nytt när det går att laga, även om det går fortare att beställa.",
        "Cykelbanorna ska plogas före bilvägarna. De flesta på mitt jobb cyklar året om.",
    ),
    *_said(
        "-+-+",
        "Vi ska våga stänga det som inte används, även när någon blir arg.",
        "Robotar kan ta över tvätt och städ redan nu, så att vi får tid att sitta ner med de gamla.",
        "Lönerna ska få skilja mer efter vad man bidrar med, också inom samma yrke.",
        "Välj bort hälften av alla policyer. Jag lovar att ingen kommer att märka vilka.",
        "Företag som vill bygga ska få besked på en vecka, även om det ibland blir fel.",
        "AI ska skriva första utkastet till alla beslut, så kan vi lägga tiden på att tänka efter.",
        "Staden ska sälja mark för att ha råd att pröva nytt.",
        "Möten ska vara digitala om ingen säger något annat.",
        "Färjeläget ska byggas ut så att kryssningsfartygen kan lägga till hos oss.",
    ),
    *_said(
        "+--+",
        "Ordningsvakter ska finnas på bussarna om kvällarna. Min dotter tar hellre cykeln i regnet.",
        "Det är för mycket prat om vision och för lite om snöröjning.",
        "Skolan ska låsa in mobilerna hela dagen, även under rasterna.",
        "Hellre en stor skola med allt än många små som saknar både slöjdsal och sköterska.",
        "Vi ska hålla budgeten innan vi har några drömmar.",
        "Konst i rondeller är bortkastade pengar, lägg dem på belysning i gångtunnlarna.",
        "Bygg fler parkeringar vid vårdcentralen, de sjuka kan inte ta cykeln.",
        "Småbåtshamnen ska betala sig själv, inte kosta oss andra pengar.",
    ),
    *_said(
        "++--",
        "Sundhamn ska bli störst i landet på industri till havs, med utbildning redan på gymnasiet.",
        "Hamnen ska få växa även om det låter mer på natten. Det är därifrån jobben kommer.",
        "Motorvägsavfarten ska breddas innan fler bostäder byggs i söder.",
        "Höghus vid vattnet är en bra idé. Då får fler se havet när de vaknar.",
        "Vi ska locka hit tusen nya invånare om året.",
    ),
    *_said(
        "--++",
        "Hellre låg skatt än fler aktiviteter som staden hittar på åt oss.",
        "Föreningarna kan ta över fritidsgårdarna, de känner ändå ungdomarna bäst.",
        "Vi behöver färre chefer och mer självstyre. Vårt arbetslag gör redan schemat på egen hand.",
        "Den som behöver vård och omsorg ska kunna välja någon annan än kommunen.",
        "Staden ska växa långsamt, så att vi hinner lära känna våra nya grannar.",
        "Byarna ska få bestämma över sina egna pengar, vi vet själva vilken väg som behöver lagas.",
    ),
    *_said(
        "+++-",
        "Kulturskolan ska vara avgiftsfri. Jag ser vilka barn som slutar när räkningen kommer.",
        "Alla anställda ska få en timme i veckan att lära sig något nytt.",
        "Staden ska bygga egna seniorbostäder i varje stadsdel, så att man kan bli gammal där man bor.",
    ),
    *_said(
        "-+++",
        "Var och en ska få ett tydligt uppdrag och sedan lämnas i fred.",
        "Hälften av alla kontroller kan bort redan i år.",
        "Vi ska dela lokaler med företag och föreningar på kvällarna. Skolans slöjdsal står tom efter fyra.",
    ),
    Line("Public buildings should stay open for residents' own ideas at night.", "-++-", "en"),
    Line("Let teams recruit their own colleagues. We know best who we will stand beside at six in the morning.", "-+-+", "en"),
    Line("English should be enough to apply for most jobs here. People learn Swedish faster at work.", "-++-", "en"),
    Line("The ferry should run every hour, all year.", "+-+-", "en"),
    Line("Build the new homes near the harbour, even if the view from the old ones gets worse.", "++--", "en"),
    Line("Let parents choose any school in the city, even when it makes the schools less mixed.", "-+-+", "en"),
)  # fmt: skip


def _place(text: str) -> int:
    return [line.text for line in LINES].index(text)


TWINS = (
    ("Hamnstråket ska vara öppet för alla året om och gratis.", _place("Hamnstråket ska vara öppet för alla, varje dag, utan att det kostar något.")),
    ("Man ska känna igen den som kommer från hemtjänsten.", _place("Den som har hemtjänst ska känna igen den som ringer på dörren.")),
    ("Sluta samla in uppgifter som ingen har tid att läsa.", _place("Vi slutar samla in uppgifter som ingen läser.")),
    ("Ingen ska behöva berätta sin historia två gånger för staden.", _place("Ingen ska behöva berätta samma sak två gånger för olika delar av staden.")),
    ("Bibliotek i varje stadsdel, det är våra vardagsrum.", _place("Biblioteken ska vara stadens vardagsrum i varje stadsdel.")),
    ("Två dagar ska man behöva vänta på svar från staden, aldrig mer.", _place("Det ska gå att få ett svar från staden inom två dagar, även om svaret är nej.")),
    ("Innerstaden ska vara helt bilfri före 2035.", _place("Bilfri innerstad före 2035.")),
    ("Solceller på varje tak som tål det, inom tio år.", _place("Varje tak som tål det ska ha solceller inom tio år.")),
    ("Höghus vid vattnet är en bra idé, då ser fler havet.", _place("Höghus vid vattnet är en bra idé. Då får fler se havet när de vaknar.")),
    ("Gratis buss för alla under tjugo år.", None),
    ("En timme i veckan för alla anställda att lära sig nytt.", None),
    ("Bygg en arena där elitlagen får plats.", None),
)  # fmt: skip
"""Near-duplicates somebody wrote all the same, and the place of the line each repeats; None is not yet joined."""

OUT = (
    ("Min chef på enheten borde sluta.", "Handlar om en enskild person."),
    ("Fru Holm på tredje våningen har ramlat tre gånger i vinter, gör något!", "Röjer uppgifter om någon som vi är till för. Vi har hört av oss till dig i stället."),
    ("Kom på min systers loppis på lördag, det finns mycket fint!", "Är reklam och handlar inte om stadens framtid."),
    ("De där på ekonomi är ju dumma i huvudet.", "Är nedsättande mot kollegor. Säg gärna vad som borde bli bättre."),
)  # fmt: skip
"""What is said and then taken out, with the reason given to the one who said it."""
