"""What Sundhamn leans on: its approaches and its steering documents."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from ledstjarna.demo.steering import GROWING, HARBOUR, NEAR, SHARED, TRYING
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.principles import actions
from ledstjarna.thread.models import Node


@dataclass(frozen=True, slots=True)
class Way:
    """An approach: what it is called and says, how an employee and a leader live it, the area it serves."""

    title: str
    text: str
    employee: str
    leader: str
    area: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A steering document: what it is, who decided and answers for it, the area it serves, its text."""

    title: str
    sort: str
    decided_by: str
    owner: str
    area: str
    text: str


APPROACHES = (
    Way("Den som är närmast avgör", "Vi litar på den som står i situationen. Beslut fattas där kunskapen finns.", "Jag avgör det jag ser behövs och berättar efteråt.\nJag frågar när jag är osäker, innan det blir bråttom.", "Jag frågar vad du behöver, inte varför du inte frågade.\nJag säger högt var gränsen går.", SHARED),
    Way("Nyfiken före tvärsäker", "Vi frågar den det gäller innan vi bestämmer vad som är bäst.", "Jag ställer en fråga till innan jag svarar.\nJag säger när jag inte vet.", "Jag ändrar mig när någon visar mig något nytt.\nJag börjar mötet med det vi inte vet.", TRYING),
    Way("Vi gör det ihop", "Ingen ska behöva samordna oss. Vi går över gränser innan någon ber oss.", "Jag ringer den som tar vid efter mig.\nJag säger vi om hela staden.", "Jag lånar ut folk och tid till andra.\nJag tackar för hjälp inför alla.", NEAR),
    Way("Modig i det lilla", "Vi provar litet, ofta och öppet, och berättar också om det som inte gick.", "Jag provar en sak i veckan.\nJag berättar om det som gick fel medan det går att lära av.", "Jag berättar om mina egna misstag först.\nJag frågar vad vi lärde, inte vem det var.", TRYING),
)  # fmt: skip
DOCUMENTS = (
    Paper("Medarbetar- och ledarpolicy", "policy", "Kommunfullmäktige", "HR-direktör", SHARED, "Policyn säger vad vi väntar oss av varandra.\n# Uppdraget\nVar och en har ett uppdrag som går att läsa på en sida, och ett mandat som är sagt högt.\n# Samtalet\nVi talas vid minst två gånger om året om uppdraget, och däremellan när det behövs.\n# Misstaget\nDen som berättar om ett misstag möts av nyfikenhet. Vi letar efter det som gjorde det lätt att göra fel.\n# Ledaren\nEn ledare gör plats för andra, säger var gränserna går och håller det som lovats."),
    Paper("Servicepolicy", "policy", "Kommunfullmäktige", "Kommunikationsdirektör", NEAR, "# Svarstid\nDen som frågar får veta samma dag när svaret kommer.\n# Språk\nVi skriver så att den som är trött och orolig förstår.\n# En väg in\nIngen ska behöva veta hur vi är organiserade för att få hjälp."),
    Paper("Varumärkesplattform", "brand", "Kommunstyrelsen", "Kommunikationsdirektör", HARBOUR, "# Löftet\nHavet är nära, och det är människorna också.\n# Tonen\nRak, varm och kort. Vi lovar inte mer än vi håller."),
    Paper("Havs- och vattenprogram", "programme", "Kommunfullmäktige", "Miljödirektör", HARBOUR, "# Stränderna\nStränderna är öppna för alla, året om.\n# Dagvattnet\nRegnet renas innan det når hamnen.\n# Livet under ytan\nÅlgräset får växa ifred och följs av skolorna."),
    Paper("Digital plan", "programme", "Kommunstyrelsen", "Digitaliseringschef", TRYING, "# Börja i behovet\nVi börjar i någons vardag, inte i ett system.\n# Öppet\nDet vi gör delar vi med andra kommuner."),
    Paper("Riktlinje för lokaler", "guide", "Kommunstyrelsen", "Fastighetschef", NEAR, "# Öppna dörrar\nLokaler som står tomma på kvällen kan lånas av föreningar.\n# Nycklar\nDen som lånar får en nyckel samma dag."),
    Paper("Plan för livslångt lärande", "programme", "Kommunfullmäktige", "Utbildningsdirektör", GROWING, "# Mitt i livet\nDen vars yrke försvinner kan börja på nytt med lön.\n# Tillsammans\nSkolor och arbetsplatser byter platser med varandra en vecka om året."),
)  # fmt: skip


def lay(vision: str, director: Viewer, since: datetime, now: datetime) -> list[str]:
    """Set the approaches and the documents under a vision; the refs of the approaches."""
    rows = Node.objects.filter(kind="area", outward__target__ref=vision)
    areas = dict(rows.values_list("title", "ref"))
    by: dict[str, Any] = {"viewer": director, "now": since}
    refs = [
        actions.set_approach(
            title=way.title,
            text=way.text,
            employee=way.employee,
            leader=way.leader,
            serves=[areas[way.area]],
            **by,
        )
        for way in APPROACHES
    ]
    for number, paper in enumerate(DOCUMENTS):
        actions.set_document(
            title=paper.title, sort=paper.sort, decided_by=paper.decided_by, reference=f"KF {since.year} § {60 + number}",
            valid_from=date(since.year, since.month, 1), valid_to=None,
            review=now.date() + timedelta(days=200 + 30 * number), owner=paper.owner, text=paper.text,
            serves=[areas[paper.area]], leans_on=[refs[number % len(refs)]], given_to=[], **by,
        )  # fmt: skip
    return refs
