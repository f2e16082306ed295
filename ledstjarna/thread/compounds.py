"""Where Swedish compounds come apart: "hemtjänstbesök" is a "besök" of the "hemtjänst"."""

from collections.abc import Container

from ledstjarna.thread.stems import indexed, plain

SHORT = 3  # letters of the shortest part
MOST = 4  # parts of the longest compound
LONG = 6  # letters of a word that hardly stands by chance at the end of another
LINKS = ("", "s", "e", "o", "u", "a", "ar")
ENDINGS = frozenset(("ning", "ande", "ende", "else", "skap", "heten", "ingar"))

# What the words of a municipality are made of, whether or not a text has them alone.
COMMON = """
affär aktivitet allergi anhörig anmälan ansvar ansökan arbete arkiv assistent avfall avgift
avlastning avtal bad bana barn behov belysning beslut besök bibliotek bidrag bil bild bistånd bo
boende bok bolag bostad brand brev bro brukare brygga budget buller buss by bygg byggnad byte bås
båt bänk camp centrum chef cykel dag data dator demens demokrati dialog digital direktör distrikt
djur dricks drift dusch ekonomi el elev energi enhet enkät ersättning estet fall familj fastighet
ferie film fisk flicka flykting forskning fri frid fritid frukost fråga frånvaro främja förening
företag förskola försäkring förvaltning gata gemenskap grund grupp gruva gräns grön gymnasium
gymnastik gång gård gäst hamn hand handikapp handledare handling handläggare hav hem hemlös hiss
hjälp hund hus hushåll hyra hälsa hög idrott individ information inne insats integration intyg
invånare is jobb jour kafé kamera kanal karta kassa klass klimat klubb kollektiv kommun kompetens
konferens konst kontor kontroll kort kost krav kris kultur kund kunskap kurator kurs kvalitet
kvarter kvinna kväll kyla kyrka kö kök lag lager land ledare ledning lek lekplats leverans lista liv
ljud ljus lokal lov lunch lån läge lägenhet läger läkare läkemedel lärare läsning läxa löfte lön
makt man mark marknad mat matte medarbetare medborgare medel media miljö minne missbruk moderator
modersmål morgon museum musik myndighet mål målning måltid människa mässa mätning möbel möte namn
natt nattis natur nämnd nät nätverk nöje olycka område omsorg ord ordning organisation park
parkering patient pedagog peng pension personal plan plats polis politik post praktik press pris
process projekt prov publik rapport rast recept regel rehab rektor resa resurs risk rond rum ruta
råd rådgivning räddning rätt rörelse salt samhälle samtal samverkan schema semester service sida
simning sjuk sjukdom sjuksköterska sjö skada skatt sko skog skola skolskjuts skräp skydd skötare
slott snö social sommar sopor spel sport språk stad station strand stress ström studie stuga
styrelse städning stöd säkerhet sällskap söka tal tand teater teknik telefon termin test text tid
tillstånd tillsyn timme tjänst tolk torg trafik trappa trygghet träd träff träning turist tv tvätt
undersköterska undervisning ung ungdom uppdrag uppgift utbildning ute utveckling vakt vaktmästare
val vandring vatten vecka verksamhet verkstad vik vikarie vinter vision volontär vuxen våld vård väg
värd värme väst yrke ålder år åtgärd ägare äldre ärende öppen översikt övning
"""
PARTS = frozenset(part for part in plain(indexed(COMMON)).split() if len(part) >= SHORT)


def is_part(piece: str, known: Container[str]) -> bool:
    """Whether a piece of a compound is a word, with or without what links it to the next."""
    return any(_is_word(piece.removesuffix(link), known) for link in LINKS if piece.endswith(link))


def _is_word(bare: str, known: Container[str]) -> bool:
    if bare in PARTS:
        return True
    return len(bare) > SHORT and bare in known and bare not in ENDINGS


def _bare(piece: str, known: Container[str]) -> str:
    """The word that a piece is, without its link."""
    return next(
        bare for link in LINKS if piece.endswith(link) and _is_word(bare := piece.removesuffix(link), known)
    )


def split(word: str, known: Container[str], most: int = MOST) -> tuple[str, ...]:
    """The parts of a compound in plain letters: the fewest that are known, the first as long as may be.

    Nothing where it does not come apart. `known` are the words of the texts themselves, cut to their stems.
    """
    for parts in range(2, most + 1):
        if found := _in(word, known, parts):
            return found
    return ()


def _in(word: str, known: Container[str], parts: int) -> tuple[str, ...]:
    if parts == 1:
        return (_bare(word, known),) if is_part(word, known) else ()
    for at in range(len(word) - SHORT, SHORT - 1, -1):
        if is_part(word[:at], known):
            for rest in _rests(word, at):
                if found := _in(rest, known, parts - 1):
                    return (_bare(word[:at], known), *found)
    return ()


def _rests(word: str, at: int) -> tuple[str, ...]:
    """What follows a first part: Swedish never writes three of a letter, so one may be shared."""
    doubled = at > 1 and word[at - 1] == word[at - 2]
    return (word[at:], word[at - 1 :]) if doubled else (word[at:],)


def has_part(word: str, part: str, known: Container[str]) -> bool:
    """Whether a compound has this part, wherever in it, and what is around it are words too."""
    at = word.find(part)
    while at >= 0:
        before, after = word[:at], word[at + len(part) :]
        sure = len(part) >= LONG and len(before) >= SHORT
        if (sure or _holds(before, known)) and (len(after) <= 2 or _holds(after, known)):
            return True
        at = word.find(part, at + 1)
    return False


def _holds(piece: str, known: Container[str]) -> bool:
    loose = {piece, piece.removeprefix("s")} - {""}
    return not piece or any(is_part(one, known) or split(one, known, 2) for one in loose)
