"""Obstacles and the horizon: what is answered to whom, and what there is to ask about."""

from datetime import timedelta
from typing import Any

from ledstjarna.people.room import Role
from ledstjarna.rooms.horizon import actions as horizon
from ledstjarna.rooms.obstacles import actions as obstacles
from ledstjarna.thread.models import Node
from tests.fixtures.city import NOW, SmallCity
from tests.house.matrix import EVERYONE, NOBODY, STAFF, STEERERS, Row, posted, ref, wrote
from tests.house.operations import read, write

HEADS = frozenset({Role.MANAGER.value, Role.DIRECTOR.value, Role.CITY_DIRECTOR.value})  # those who lead
TOLD = {"text": "Dörren kärvar", "where": "unit_home", "receiver": "", "hinders": ""}
SENT = TOLD | {"shown": "unit_home", "send": "1"}
ANSWER = {"outcome": "cannot", "answer": "Låset är inte vårt"}
FUNCTION = {"name": "IT", "name_en": "", "unit": "unit_care", "days": "5"}
ADMINISTRATOR = frozenset({Role.ADMINISTRATOR.value})
EMPLOYEE = frozenset({Role.EMPLOYEE.value})

OBSTACLES = [
    Row("obstacles:home", may=STAFF),
    Row("obstacles:new", may=STAFF),
    Row("obstacles:new", may=STAFF, method="POST", data=TOLD),  # who gets it is shown first
    Row("obstacles:new", may=STAFF, ok=303, method="POST", data=SENT),
    Row("obstacles:new", may=STAFF, ok=303, method="POST", data=SENT | {"named": "1"}),
    Row("obstacles:receipt", may=NOBODY),  # without its secret
    Row("obstacles:receipt", ok=303, method="POST", data={"key": "the_secret", "text": "Mer"}),
    Row("obstacles:receipt", may=NOBODY, method="POST", data={"key": "obstacle", "text": "Mer"}),
    Row("obstacles:waiting", may=HEADS),
    Row("obstacles:themes", may=STAFF),
    Row("obstacles:desks", may=STAFF),
    Row("obstacles:desks", {}, ADMINISTRATOR, 303, 403, 404, method="POST", data=FUNCTION),
    Row("obstacles:relieve", {}, ADMINISTRATOR, 303, 403, 404, method="POST", data={"name": "Lokaler"}),
    Row("obstacles:obstacle", ref("obstacle"), may=STAFF),
    Row("obstacles:obstacle", ref("sealed_obstacle"), may=HEADS | EMPLOYEE),  # K1, for those who answer
    Row("obstacles:obstacle", ref("area"), may=NOBODY),
    Row("obstacles:removal", ref("removal"), may=STAFF),
    posted("obstacles:answer", "obstacle", HEADS, ANSWER),
    Row(
        "obstacles:answer",
        ref("sealed_obstacle"),
        HEADS,
        303,
        404,
        method="POST",
        data=ANSWER,
        but={"employee": 403},
    ),
    posted("obstacles:hand_over", "obstacle", HEADS, {"to": "unit_care", "reason": "Deras dörr"}),
    posted("obstacles:postpone", "obstacle", HEADS, {"until": "2099-01-01", "reason": "Låset"}),
    posted("obstacles:ask_back", "obstacle", HEADS | EMPLOYEE, {"text": "Mer"}),
    posted("obstacles:judge", "removed_obstacle", EMPLOYEE, {"helped": "yes"}),
    posted("obstacles:echo", "obstacle", STAFF - EMPLOYEE, {}),
]

NOTICED = {
    "title": "Skåp",
    "sort": "weak",
    "seen_in": "Malmö",
    "link": "",
    "text": "Böcker",
    "concerns": "area",
}
READ_TOGETHER = {
    "held_on": "2026-08-01", "met": "Nio", "thinks": "Prova", "strength": "clear", "surety": "guess",
    "course": "watch",
}  # fmt: skip
TRIED = {"title": "Ett skåp", "text": "Vid entrén", "unit": "unit_home", "begun_on": "2026-08-01"}
READERS = frozenset({"colleague", Role.CITY_DIRECTOR.value})  # who works in the unit that has the signals

HORIZON = [
    Row("horizon:home", may=STAFF),
    Row("horizon:speed", may=STAFF),
    Row("horizon:new", may=STAFF),
    Row("horizon:new", may=STAFF, method="POST", data={"title": "Skåp"}),  # what is like it is shown
    Row("horizon:new", may=STAFF, ok=303, method="POST", data=NOTICED | {"send": "1"}),
    Row("horizon:signal", ref("signal"), may=STAFF),
    Row("horizon:signal", ref("unmet_signal"), may=STAFF),
    Row("horizon:signal", ref("area"), may=NOBODY),
    Row("horizon:reading", ref("reading"), may=STAFF),
    Row("horizon:parry", ref("parry"), may=STAFF),
    *wrote("horizon:read", ref("signal"), READERS, READ_TOGETHER),
    *wrote("horizon:try", ref("signal"), STAFF, TRIED),
    *wrote("horizon:group", {}, STEERERS, {"unit": "unit_home"}),
]


REPORT = {"text": "Dörren kärvar", "where": "unit_home"}
OBSTACLES_ASKED = [
    read("obstacles/reports/", may=STAFF),
    write("obstacles/reports/", "", STAFF, REPORT),
    read("obstacles/desk/", may=STAFF),
    write("obstacles/letters/", "", STAFF, REPORT),
    read("obstacles/receipt/", may=frozenset()),  # without its secret
    write("obstacles/receipt/", "", EVERYONE, {"key": "the_secret", "text": "Mer"}),
    read("obstacles/waiting/", may=HEADS),
    read("obstacles/themes/", may=STAFF),
    read("obstacles/functions/", may=STAFF),
    write("obstacles/functions/", "", ADMINISTRATOR, FUNCTION | {"days": 5}),
    write("obstacles/functions/relieve/", "", ADMINISTRATOR, {"name": "Lokaler"}),
    read("obstacles/removals/{ref}/", "removal", STAFF),
    read("obstacles/reports/{ref}/", "obstacle", STAFF),
    read("obstacles/reports/{ref}/", "sealed_obstacle", HEADS | EMPLOYEE),
    write("obstacles/reports/{ref}/answer/", "obstacle", HEADS, ANSWER, out=404),
    write(
        "obstacles/reports/{ref}/hand-over/", "obstacle", HEADS, {"to": "unit_care", "reason": "x"}, out=404
    ),
    write(
        "obstacles/reports/{ref}/postpone/",
        "obstacle",
        HEADS,
        {"until": "2099-01-01", "reason": "x"},
        out=404,
    ),
    write("obstacles/reports/{ref}/line/", "obstacle", HEADS | EMPLOYEE, {"text": "Mer"}, out=404),
    write(
        "obstacles/reports/{ref}/helped/",
        "removed_obstacle",
        EMPLOYEE,
        {"helped": "yes", "text": ""},
        out=404,
    ),
    write("obstacles/reports/{ref}/echo/", "obstacle", STAFF - EMPLOYEE, {}, out=404),
]

HORIZON_ASKED = [
    read("horizon/signals/", may=STAFF),
    write("horizon/signals/", "", STAFF, NOTICED | {"concerns": ["area"]}),
    read("horizon/signals/{ref}/", "signal", STAFF),
    write("horizon/signals/{ref}/readings/", "signal", READERS, READ_TOGETHER),
    write("horizon/signals/{ref}/parries/", "signal", STAFF, TRIED),
    read("horizon/readings/{ref}/", "reading", STAFF),
    read("horizon/parries/{ref}/", "parry", STAFF),
    read("horizon/speed/", may=STAFF),
    write("horizon/group/", "", STEERERS, {"unit": "unit_home"}),
]


PAGES = [*OBSTACLES, *HORIZON]
OPERATIONS = [*OBSTACLES_ASKED, *HORIZON_ASKED]


def _hindered(city: SmallCity, refs: dict[str, str]) -> dict[str, str]:
    """An obstacle that waits, one for the receiver alone, one removed, and one without a name."""
    own: dict[str, Any] = {"viewer": city.viewer(Role.EMPLOYEE), "now": NOW}
    told: dict[str, Any] = {"where": refs["unit_home"], "receiver": ""}
    obstacles.appoint(
        name="Lokaler", name_en="Premises", unit=refs["unit_quay"], days=5,
        viewer=city.viewer(Role.ADMINISTRATOR), now=NOW,
    )  # fmt: skip
    waiting, removed = (
        obstacles.report(text=text, alone=False, hinders=[refs["goal"]], **told, **own)
        for text in ("Nyckeln finns bara i centrum", "Skrivaren vägrar")
    )
    sealed = obstacles.report(text="Det hörs genom väggen", alone=True, **told, **own)
    obstacles.answer(
        ref=removed, outcome="removed", answer="Ny skrivare", viewer=city.viewer(Role.MANAGER), now=NOW
    )
    secret = obstacles.post(text="Dörren kärvar", alone=False, **told, **own)
    obstacles.deliver(now=NOW + timedelta(days=1))
    return {
        "obstacle": waiting, "removed_obstacle": removed, "sealed_obstacle": sealed, "the_secret": secret,
        "removal": Node.objects.get(kind="removal").ref,
    }  # fmt: skip


def _seen_outside(city: SmallCity, refs: dict[str, str]) -> dict[str, str]:
    """A signal that a unit has read together, and that another has parried."""
    horizon.appoint(unit=refs["unit_north"], viewer=city.viewer(Role.CITY_DIRECTOR), now=NOW)
    signal = horizon.notice(
        title="Paketskåp överallt", sort="trend", seen_in="En gata", link="https://x.example/",
        text="Böcker kunde lämnas ut så", concerns=[refs["area"]], viewer=city.viewer(Role.EMPLOYEE), now=NOW,
    )  # fmt: skip
    reading = horizon.read_together(
        ref=signal, held_on=NOW.date(), met="Nio personer", thinks="Värt att prova", strength="clear",
        surety="guess", course="act", viewer=city.viewer("colleague"), now=NOW,
    )  # fmt: skip
    parry = horizon.parry(
        ref=signal, title="Ett skåp", text="I fyra veckor", unit=refs["unit_home"], begun_on=NOW.date(),
        viewer=city.viewer(Role.EMPLOYEE), now=NOW,
    )  # fmt: skip
    unmet = horizon.notice(
        title="Robotar plockar skräp", sort="weak", seen_in="En hamn", link="", text="Kajerna är långa",
        concerns=[refs["area"]], viewer=city.viewer(Role.EMPLOYEE), now=NOW,
    )  # fmt: skip
    return {"signal": signal, "reading": reading, "parry": parry, "unmet_signal": unmet}


def build(city: SmallCity, refs: dict[str, str]) -> dict[str, str]:
    """The refs of what there is to ask about."""
    made = dict(refs)
    made |= _hindered(city, made)
    made |= _seen_outside(city, made)
    return made
