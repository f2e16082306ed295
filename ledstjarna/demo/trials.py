"""What Sundhamn tries: the ideas of its small tests, by the operation that has them, and how they turn out."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Idea:
    """A thought that an operation (by the beginning of its units' codes) has, and what it counts.

    `usual` is how it is before: a number a day, a share, or an amount with `vary` around it. `helps` and
    `fails` are the lessons of a test that succeeded and of one that did not, `works` why.
    """

    code: str
    title: str
    need: str
    whom: str
    change: str
    measure: str
    sort: Literal["count", "yes_no", "amount", "nothing"]
    better: Literal["up", "down"]
    usual: float
    group: str
    setting: str
    helps: str
    fails: str
    works: str
    vary: float = 0.0


IDEAS = (
    Idea("vof-1", "Ring kvällen innan", "Besök i hemtjänsten missas för att ingen öppnar.", "Den som har hemtjänst och bor ensam", "Den som ska komma ringer kvällen innan och säger sitt namn.", "Missade besök på en dag", "count", "down", 3.2, "older", "home", "Ett samtal kvällen innan minskar missade besök", "Ett samtal kvällen innan hjälper inte den som inte hör telefonen", "Den som vet vem som kommer stannar hemma och öppnar."),
    Idea("vof-1", "Samma två på morgonen", "De äldre möter nya ansikten varje morgon och får visa var allt står.", "Äldre med morgonbesök", "Två i laget delar alla morgnar hos samma tio personer.", "Möter någon de känner", "yes_no", "up", 0.45, "older", "home", "Två kända ansikten på morgonen ger lugnare besök", "Två kända ansikten räcker inte när båda är sjuka samma vecka", "Den som känner hemmet behöver inte fråga och hinner samtala."),
    Idea("vof-1", "Nyckelskåp vid entrén", "Laget cyklar tillbaka efter nycklar flera gånger om dagen.", "Hemtjänstens personal", "Nycklarna hänger i ett kodat skåp i trapphuset.", "Minuter till första besöket", "amount", "down", 24.0, "staff", "home", "Nycklar nära besöken sparar en kvart på morgonen", "Nyckelskåp i trapphus stannade på hyresvärdens nej", "Vägen tillbaka till lokalen försvinner.", 6.0),
    Idea("vof-1", "Fråga efter hungern", "Matlådor kommer tillbaka halvätna.", "Äldre som får mat hem", "Vi frågar vad man är sugen på i stället för vad man får äta.", "Uppätna lunchlådor", "yes_no", "up", 0.55, "older", "home", "Den som fått välja äter mer", "Val av mat hjälper inte den som inte vill äta ensam", "Det egna valet gör att maten blir ens egen."),
    Idea("vof-2", "Dagsljus före lunch", "Många på avdelningen sover dåligt om natten.", "Boende med demenssjukdom", "Alla som vill är ute en halvtimme före lunch.", "Oroliga nätter", "count", "down", 4.1, "older", "residence", "En halvtimme ute före lunch ger lugnare nätter", "Dagsljus hjälper inte när utevistelsen blir ett måste", "Ljuset ställer dygnet rätt."),
    Idea("vof-2", "Sittgrupp vid fönstret", "Boende sitter ensamma på sina rum efter middagen.", "Boende på äldreboende", "Två soffor ställs vid fönstret mot hamnen och kaffet serveras där.", "Hur många som sitter tillsammans", "count", "up", 5.0, "older", "residence", "Kaffe där något händer lockar ut fler", "Nya soffor hjälper inte om kaffet står kvar i köket", "Man kommer för utsikten och stannar för sällskapet."),
    Idea("vof-2", "Tyst rapport", "Överlämningen tar en halvtimme och stör kvällsmaten.", "Boende och personal vid skiftbyte", "Dagen skriver tre rader, kvällen läser dem stående.", "Minuter för överlämning", "amount", "down", 28.0, "staff", "residence", "Tre skrivna rader räcker vid skiftbytet", "Skriven rapport missar det som ingen vågar skriva", "Det viktigaste hinner sägas när allt annat står på papper.", 7.0),
    Idea("vof-3", "Fotvård i väntrummet", "Tider hos sjuksköterskan går till spillo när man kommer för tidigt.", "Patienter i hemsjukvården", "Den som väntar får fötterna sedda av en undersköterska.", "Upptäckta sår i tid", "count", "up", 1.2, "older", "residence", "Väntan kan bli vård med en enda person till", "Fotvård i väntrummet kräver en dörr att stänga", "Det som syns i lugn och ro hinner läka."),
    Idea("vof-4", "Bildschema på telefonen", "Stödanvändare ringer många gånger för att höra vad som händer.", "Personer på gruppboende", "Dagens schema skickas som bilder varje morgon.", "Oroliga samtal på en dag", "count", "down", 6.5, "disabled", "residence", "Bilder på morgonen ger färre oroliga samtal", "Bildschema hjälper inte när planen ändras utan ny bild", "Den som ser dagen behöver inte fråga om den."),
    Idea("vof-4", "Jag lagar själv på torsdagar", "De boende vill laga mat men hinner inte före personalen.", "Personer på gruppboende", "På torsdagar lagar en boende i taget och personalen sitter ned.", "Lagade middagar av en boende", "yes_no", "up", 0.2, "disabled", "residence", "Den som får tid lagar själv", "Egen matlagning stannar när den inte står i schemat", "När vi sitter ned blir det någon annans tur."),
    Idea("vof-5", "Beslut på lätt svenska", "Många ringer och frågar vad deras beslut betyder.", "Den som sökt bistånd", "Första sidan i beslutet skrivs om på lätt svenska.", "Frågor om beslut på en dag", "count", "down", 7.4, "older", "office", "En sida på lätt svenska halverar frågorna", "Lätt svenska hjälper inte när beslutet är ett avslag utan skäl", "Den som förstår behöver inte fråga."),
    Idea("buf-1", "Lugn start i hallen", "Lämningen blir stökig och barn blir ledsna.", "Förskolebarn och deras föräldrar", "En pedagog sitter på golvet i hallen mellan sju och halv nio.", "Ledsna avsked", "count", "down", 5.5, "children", "preschool", "En vuxen på golvet ger lugnare avsked", "En vuxen i hallen hjälper inte när gruppen där inne är ensam", "Barnet lämnas till någon, inte till ett rum."),
    Idea("buf-1", "Ute före frukost", "Barnen är trötta och oroliga före lunch.", "Barn i förskolan", "Vi går ut direkt klockan åtta och äter efteråt.", "Konflikter före lunch", "count", "down", 8.0, "children", "preschool", "Ute först ger färre konflikter", "Ute före frukost fungerar inte för de yngsta", "Kroppen får röra sig innan den ska sitta."),
    Idea("buf-1", "Boken följer med hem", "Få barn hör en saga på sitt eget språk.", "Flerspråkiga barn", "Varje fredag lånar barnet en bok på hemspråket.", "Lästa böcker", "yes_no", "up", 0.3, "families", "preschool", "Böcker som följer med hem blir lästa", "Låneböcker hem stannar i väskan utan en hälsning", "Barnet väljer, och den vuxne läser."),
    Idea("buf-2", "Tjugo minuter efter lunch", "Elever läser bara när de måste.", "Elever i mellanstadiet", "Alla, också den vuxna, läser tjugo minuter efter lunch.", "Elever som läser vidare hemma", "yes_no", "up", 0.25, "children", "school", "Tjugo minuter läsning räcker när den vuxna läser själv", "Läsning efter lunch blir vila när ingen väljer boken", "Barn gör som vi gör."),
    Idea("buf-2", "Frågor i en burk", "Samma elever räcker upp handen.", "Elever som är tysta på lektionen", "Alla skriver en fråga på en lapp och läraren drar fem.", "Elever som kom till tals", "count", "up", 9.0, "children", "school", "Lappar i en burk gör att fler kommer till tals", "Lappar hjälper inte när alla känner igen handstilen", "Frågan får vara dum när den saknar namn."),
    Idea("buf-2", "Vuxen vid bollplanen", "Rasterna slutar i bråk vid fotbollsplanen.", "Elever i lågstadiet", "En vuxen leder spelet de första tio minuterna.", "Bråk på rasten", "count", "down", 4.4, "children", "school", "En vuxen som börjar spelet minskar bråken", "En vuxen i väst hjälper inte om den bara tittar på", "Reglerna sätts innan någon hinner bli arg."),
    Idea("buf-2", "Senare start på måndag", "Frånvaron är störst på måndag morgon.", "Elever i högstadiet", "Måndagens första lektion börjar klockan nio.", "Elever på plats", "yes_no", "up", 0.78, "young", "school", "En timme senare på måndagen ger fler på plats", "Senare start flyttar frånvaron till tisdag för den som inte vill komma alls", "Veckan börjar när kroppen gör det."),
    Idea("buf-4", "Kurator vid cafeterian", "Elever som mår dåligt kommer sent till elevhälsan.", "Elever med oro", "Kuratorn sitter vid cafeterian två raster i veckan.", "Nya samtal", "count", "up", 1.1, "young", "school", "Den som syns blir tillfrågad", "Kurator i cafeterian fungerar inte när alla ser vem som går dit", "Det är lättare att säga hej än att boka en tid."),
    Idea("buf-5", "Mindre tallrik", "För mycket mat slängs efter lunchen.", "Elever som äter i skolan", "Tallrikarna byts mot mindre och man får ta om.", "Kilo matsvinn", "amount", "down", 38.0, "children", "workshop", "Mindre tallrikar minskar svinnet", "Mindre tallrikar ger längre köer och lika mycket svinn", "Man tar det man orkar och går igen.", 8.0),
    Idea("buf-5", "Eleven sätter namnet", "Grönsaksrätten blir kvar i kantinen.", "Elever i grundskolan", "En klass döper veckans gröna rätt.", "Portioner av den gröna rätten", "count", "up", 42.0, "children", "workshop", "En rätt som någon har döpt blir äten", "Roliga namn hjälper inte en rätt som inte smakar", "Man äter det som ens kompis har hittat på."),
    Idea("gvf-1", "Mobilen i fickan på väggen", "Lektionerna börjar med tio minuter av tillsägelser.", "Gymnasieelever", "Mobilen får en numrerad ficka på väggen vid dörren.", "Minuter till lugn", "amount", "down", 9.5, "young", "school", "En plats för mobilen ger lugnare start", "Mobilfickor hjälper inte när läraren har sin egen framme", "Beslutet tas en gång, vid dörren.", 3.0),
    Idea("gvf-1", "Mentor utanför skolan", "Elever tappar lusten i tvåan.", "Elever som tänker sluta", "Varje elev får en mentor på en arbetsplats en timme i veckan.", "Elever som kom till alla lektioner", "yes_no", "up", 0.62, "young", "school", "En mentor utanför skolan håller kvar den som vill sluta", "En mentor hjälper inte om tiden tas från lunchen", "Någon annan än skolan tror på en."),
    Idea("gvf-2", "Kvällskurs på arbetsplatsen", "Vuxna hinner inte till kursen efter jobbet.", "Vuxna som läser svenska", "Läraren kommer till arbetsplatsen två kvällar i veckan.", "Deltagare på plats", "yes_no", "up", 0.58, "newcomers", "school", "Kursen fylls när den flyttar till arbetet", "Kurs på arbetsplatsen stannar när skiften byts", "Vägen till lektionen är den man redan går."),
    Idea("sof-1", "Öppna tider på biblioteket", "Familjer söker stöd först när det gått långt.", "Familjer med små barn", "En socialsekreterare sitter på biblioteket onsdagar.", "Familjer som frågar", "count", "up", 0.9, "families", "culture", "Öppna tider där man redan är når andra familjer", "Öppna tider på biblioteket når inte den som inte går dit", "Att fråga är lättare där ingen undrar varför man är där."),
    Idea("sof-1", "Samma handläggare hela vägen", "Barn får berätta samma sak för flera.", "Barn i utredning", "Den som tar emot anmälan följer med till beslutet.", "Veckor till beslut", "amount", "down", 14.0, "families", "office", "En handläggare hela vägen kortar utredningen", "En handläggare hela vägen blir skör vid sjukdom", "Ingen behöver läsa in sig igen.", 3.0),
    Idea("sof-2", "Möte före ansökan", "Ansökningar kommer in ofullständiga och skickas tillbaka.", "Den som söker försörjningsstöd", "Vi erbjuder tio minuters samtal innan man fyller i.", "Kompletteringar", "count", "down", 11.0, "adults", "office", "Tio minuter före ansökan sparar två veckor efter", "Samtal före ansökan når inte den som söker på natten", "Frågan besvaras innan den blir ett fel."),
    Idea("sof-2", "Besked på en dag", "Den som söker vet inte om ansökan har kommit fram.", "Den som söker försörjningsstöd", "Ett sms samma dag: vi har den, du får svar den dagen.", "Samtal om läget", "count", "down", 15.0, "adults", "digital", "Ett lovat datum tar bort de flesta samtal", "Sms hjälper inte när dagen inte hålls", "Väntan är lättare när den har ett slut."),
    Idea("sof-3", "Promenad i stället för rum", "Samtalen på mottagningen blir korta och tysta.", "Den som vill sluta med droger", "Varannan träff är en promenad längs kajen.", "Träffar som blir av", "yes_no", "up", 0.6, "adults", "street", "Sida vid sida är lättare än ansikte mot ansikte", "Promenader fungerar inte i november", "Man behöver inte titta på varandra."),
    Idea("sbf-2", "Samtal före bygglov", "Hälften av ansökningarna måste kompletteras.", "Den som ska bygga", "Vi ringer var och en som börjat fylla i.", "Kompletteringar", "count", "down", 5.2, "residents", "office", "Ett samtal före bygglovet halverar kompletteringarna", "Samtal före bygglov hinns inte med på våren", "Ritningen blir rätt från början."),
    Idea("sbf-2", "Bilder på godkända plank", "Samma fråga om plank kommer varje vår.", "Den som bor i eget hus", "Tio bilder på godkända plank läggs först på sidan.", "Frågor om plank", "count", "down", 6.0, "residents", "digital", "Tio bilder svarar bättre än tre sidor text", "Bilder på webben hittas inte av den som ringer", "Man ser om ens eget liknar."),
    Idea("sbf-3", "Sanda gångvägen först", "Människor faller på gångvägar medan bilvägarna är torra.", "Gående med rullator", "Gångvägarna sandas före bilvägarna.", "Anmälda fall", "count", "down", 2.3, "residents", "street", "Gångvägar först ger färre fall", "Gångvägar först märks inte när det fryser på igen samma dag", "Den som går faller, den som kör bromsar."),
    Idea("sbf-3", "Bänk var hundrade meter", "Äldre går inte till torget för att det är långt.", "Äldre i stadsdelen", "Flyttbara bänkar ställs ut längs vägen.", "Personer som går förbi", "count", "up", 61.0, "older", "street", "Bänkar gör att fler går hela vägen", "Bänkar i skugga används inte", "Man vågar gå när man vet att man får sitta."),
    Idea("sbf-3", "Gul soptunna vid badet", "Skräp på stranden tar halva morgonen.", "Badgäster", "Tre gula tunnor ställs där folk går, inte där bilen når.", "Säckar skräp", "count", "down", 7.5, "residents", "street", "Tunnan ska stå där man går", "Fler tunnor ger mer skräp när de inte töms på kvällen", "Ingen går tillbaka för att slänga."),
    Idea("sbf-5", "Städa på dagtid", "Lokalvården är ensam om kvällarna och ingen ser den.", "De som arbetar i huset", "Två våningar städas medan vi arbetar.", "Klagomål på städning", "count", "down", 2.8, "staff", "office", "Städning som syns ger färre klagomål", "Städning på dagtid stör mötena på plan två", "Man säger till i stället för att klaga."),
    Idea("mkf-1", "Besök före öppning", "Nya restauranger får anmärkningar första veckan.", "Den som öppnar restaurang", "Vi kommer på ett rådgivande besök före första gästen.", "Anmärkningar vid första kontrollen", "count", "down", 3.6, "companies", "office", "Ett besök före öppning tar bort de flesta anmärkningar", "Rådgivande besök blir kontroll när samma person gör båda", "Felet rättas innan det är ett fel."),
    Idea("mkf-2", "Båttvätt i stället för färg", "Giftiga bottenfärger läcker i hamnen.", "Båtägare", "Vi lånar ut tvätt två gånger i stället för att måla.", "Båtar som tvättas", "count", "up", 3.0, "residents", "street", "Den som får prova tvätt slutar måla", "Båttvätt används inte när kön är längre än en timme", "Det är lättare att sluta när det nya redan ligger där."),
    Idea("kff-1", "Nycklar till kvällen", "Unga har ingenstans att vara efter stängning.", "Unga mellan sexton och nitton", "Tio unga får nyckelkort till biblioteket efter stängning.", "Unga på kvällen", "count", "up", 4.0, "young", "culture", "Unga vill ha nycklar, inte aktiviteter", "Nyckelkort utan vuxen i närheten höll bara en månad", "Den som får förtroende tar hand om det."),
    Idea("kff-1", "Läshörna utan skärm", "Barnhyllan står tyst på vardagar.", "Barn och föräldrar", "En filt, tio böcker och ingen dator.", "Utlånade barnböcker", "count", "up", 31.0, "families", "culture", "En filt och tio böcker lånar ut fler", "En läshörna bredvid datorerna används som kö", "Det lilla urvalet gör valet lätt."),
    Idea("kff-2", "Flickornas timme", "Spontanidrotten fylls av pojkar.", "Flickor mellan tio och femton", "En timme i veckan är hallen deras, och de väljer ledare.", "Flickor i hallen", "count", "up", 3.5, "young", "culture", "En egen timme fyller hallen", "En egen timme tar slut när ledaren är en förälder", "Man kommer dit kompisen redan är."),
    Idea("anf-1", "Praktik med löfte om samtal", "Praktik leder sällan till arbete.", "Den som sökt arbete länge", "Arbetsgivaren lovar ett samtal sista veckan.", "Samtal som ledde vidare", "yes_no", "up", 0.22, "adults", "office", "Praktik med löfte om samtal leder vidare", "Löfte om samtal hjälper inte utan att chefen är med", "Slutet blir en början när någon har lovat den."),
    Idea("anf-1", "Fråga efter förmågor", "Få söker tjänster med långa kravlistor.", "Arbetssökande", "Annonsen frågar efter tre förmågor i stället för meriter.", "Sökande till tjänsten", "count", "up", 8.0, "adults", "digital", "Tre förmågor ger dubbelt så många sökande", "Korta annonser ger fler sökande men inte fler som stannar", "Man känner igen sig i vad man kan."),
    Idea("anf-2", "Språkvän på lunchen", "Nyanlända hör svenska bara på lektionen.", "Den som är ny i Sverige", "En kollega äter lunch med en ny två dagar i veckan.", "Luncher som blev av", "yes_no", "up", 0.5, "newcomers", "office", "Lunch lär mer än en lektion till", "Språkvän på lunchen stannar när schemat byts", "Man pratar om det man vill ha sagt."),
    Idea("slf-4", "Svar på fem rader", "Svaren från kundtjänst läses inte till slut.", "Invånare som skriver till staden", "Vi svarar på högst fem rader med en dag och ett namn.", "Frågor som kommer tillbaka", "count", "down", 21.0, "residents", "digital", "Fem rader med dag och namn räcker", "Korta svar fungerar inte om beslutet är sammansatt", "Den som får en dag behöver inte fråga igen."),
    Idea("slf-3", "Första dagen hos kollegan", "Nya slutar inom sex månader.", "Nyanställda", "Första dagen går man bredvid en kollega, utan dator.", "Nya som säger att de är välkomna", "yes_no", "up", 0.55, "staff", "office", "En dag bredvid någon gör att man stannar", "Första dagen utan dator hjälper inte om ingen har tid", "Man börjar med en människa."),
    Idea("slf-2", "Ring upp i stället för mejl", "Felanmälningar går fram och tillbaka i dagar.", "De som arbetar i staden", "Teknikern ringer upp inom en timme.", "Mejl för varje fel", "amount", "down", 5.0, "staff", "digital", "Ett samtal löser det som fem mejl inte gör", "Uppringning fungerar inte för den som har möte hela dagen", "Frågan ställs en gång.", 1.5),
    Idea("bos", "Bänk i tvättstugan", "Grannar känner inte varandra.", "Hyresgäster", "En bänk, en termos och en anslagstavla i tvättstugan.", "Grannar som sitter ned", "count", "up", 2.4, "residents", "home", "Grannar möts där de väntar ändå", "En bänk i tvättstugan används inte efter klockan nio", "Det behövs en anledning att stanna."),
    Idea("ham", "Tyst timme vid kajen", "Grannar vaknar av lossningen.", "Boende vid hamnen", "Ingen lossning mellan fem och sex på morgonen.", "Klagomål om buller", "count", "down", 1.9, "residents", "street", "En tyst timme räcker för sömnen", "En tyst timme flyttar bullret till halv sju", "Det är timmen innan klockan ringer som stör."),
    Idea("ene", "Lampan som visar läget", "Hushåll använder el när den är som dyrast.", "Hushåll med el", "En lampa i köket lyser grönt när elen är billig.", "Hushåll som flyttade sin tvätt", "yes_no", "up", 0.2, "residents", "home", "En lampa flyttar mer än en app", "En lampa glöms bort efter tre veckor", "Man ser den utan att tänka på den."),
)  # fmt: skip
# How one and the same idea is tried in different ways, so that no two tests are quite alike.
WAYS = (
    "", ", i ett lag", ", på förmiddagen", ", efter helgen", ", med nyanställda", ", med en enkel lista",
    ", tillsammans med grannenheten", ", med bilder", ", på lätt svenska", ", när vikarier är på plats",
    ", på kvällen", ", varannan vecka", ", andra försöket", ", med en påminnelse", ", bara i början av veckan",
    ", med stöd av en kollega", ", i två omgångar", ", utan extra tid", ", ledd av dem det gäller",
    ", under en lugn period", ", mitt i det vanliga",
)  # fmt: skip
REASONS = {
    "scale": ("Det blev tydligt bättre och kostade nästan inget.", "Regeln var uppfylld, och de det gäller vill fortsätta.", "Vi ser skillnaden och vill inte gå tillbaka."),
    "adapt": ("Något hände, men inte så mycket som vi ville.", "Det fungerar för några men inte för alla.", "Rätt tanke, fel tid på dagen."),
    "close": ("Det gjorde ingen skillnad som är värd mödan.", "Mer arbete för oss och ingenting för dem vi är till för.", "Det vi trodde var orsaken var inte det."),
    "park": ("Två vakanser. Vi tar upp det i höst.", "Lokalen byggs om. Vi väntar.", "Bra tanke, men inte i sommar."),
    "cancelled": ("Laget delades mitt i försöket.", "Telefonerna togs bort innan vi var klara.", "Chefen slutade, och ingen tog över.", "Två utbrott av magsjuka."),
}  # fmt: skip
LEARNT = (
    "Att det var namnet och inte tiden som betydde något.",
    "Att vi hade räknat fel sak. Det vi borde ha räknat vet vi nu.",
    "Att de som sa minst i början visste mest.",
    "Att det går att sluta utan att någon klagar.",
    "Att en vecka är för kort och fyra är för långt.",
    "Att det som inte finns i vardagen inte blir av.",
    "Att vi måste fråga dem det gäller före, inte efter.",
    "Att det fungerar när samma person håller i det hela vägen.",
)
SAW = (
    "Lugnare i dag.", "Två frågade vad vi höll på med.", "Glömde till hälften.", "En som aldrig säger något sa tack.",
    "Regn hela dagen, få kom.", "Vikarie, så det gick inte.", "Märkte skillnad redan vid dörren.",
    "Svårare än vi trodde på fredagar.",
)  # fmt: skip
ADAPTED = (
    "Vi gör det bara på vardagar.", "Vi skickar sms i stället.", "Hos oss gör de äldsta eleverna det.",
    "Vi börjar en timme senare.", "Två i stället för en.", "", "", "",
)  # fmt: skip
NO = (
    "Vi gör redan något liknande.", "Vår lokal tillåter det inte.", "Vi har inte de målgrupperna.",
    "Facket och vi ville vänta till hösten.", "Det skulle ta tid från något viktigare.",
)  # fmt: skip
QUIT = (
    "Den som höll i det slutade.", "Det behövdes inte längre.", "Det blev en rutin som ingen mindes varför.",
    "Vi hittade ett bättre sätt.",
)  # fmt: skip
