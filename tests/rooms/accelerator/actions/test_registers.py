"""A register however it is written: nothing is made before it is confirmed, and every bad row is told."""

import json
from datetime import timedelta

import pytest
from django.db import models

from ledstjarna.rooms.accelerator import actions, reads
from ledstjarna.rooms.accelerator.models import EffectGoal, Fund, Initiative, Register
from ledstjarna.thread.models import Node, Strand
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.accelerator.conftest import Lab

# Rows 4 and 6 will not do; columns stand in another order than the fields, and two are nobody's.
ODD = (
    "Ägare;Färg;Lärdomar;Status;Titel;Beviljade medel;Utmaning;Vad\r\n"
    "Hemtjänsten;blå;;Pilot;Sängvåg;40\u00a0000 kr 2026-01-02;Trygg hemma;Väger på natten\r\n"
    ';röd;"Fråga först;\r\nden som ska göra det.";Klar;Kökshjälp;;;Å, ä och ö\r\n'
    ";;;Klar;Utan lärdom;;;\r\n"
    ";;;Pilot;Öppen dörr;;;\r\n"
    ";;;Pilot;;;;Utan titel\r\n"
)
PILOT, DONE = {"name": "Pilot", "progress_value": 60}, {"name": "Klar", "progress_value": 100}
OBJECTS = [
    {
        "what": "Väger på natten",
        "title": {"rendered": "Sängvåg"},
        "status": PILOT,
        "challenge": {"title": "Trygg hemma"},
        "organisation": [{"name": "Hemtjänsten"}],
        "funds_granted": [{"amount": "40 000", "date": "20260102", "comment": "start"}],
        "impact_goals": [{"impact_goal": "Färre väckningar", "impact_goal_completed": False}],
    },
    {
        "title": "Kökshjälp",
        "status": DONE,
        "lessons_learned": "Fråga först.",
        "what": "Å, ä och ö",
        "images": [{"url": "x.jpg"}],
    },
    {"title": "Utan lärdom", "status": DONE},
    {"status": PILOT, "what": "Utan titel"},
    {"title": "Öppen dörr", "status": PILOT},
]
FILES = {
    "UTF-8": ODD.encode(),
    "UTF-8 with a byte order mark": ODD.encode("utf-8-sig"),
    "Windows": ODD.encode("cp1252"),
    "Windows with tabs": ODD.replace(";\r\nden", ",\r\nden").replace(";", "\t").encode("cp1252"),
    "commas": ODD.replace(";\r\nden", ".\r\nden").replace("Å, ä", "Å. ä").replace(";", ",").encode(),
    "JSON": json.dumps(OBJECTS).encode(),
    "JSON in an object": json.dumps({"total": 5, "items": OBJECTS}).encode("utf-8-sig"),
    "JSON by Windows": json.dumps(OBJECTS, ensure_ascii=False).encode("cp1252"),
}  # fmt: skip
MADE: tuple[type[models.Model], ...] = (Initiative, Fund, EffectGoal, Strand)


def brought(lab: Lab, file: bytes) -> str:
    return actions.bring_register(title="Stadens register", file=file, **lab.by("communicator"))


def there() -> list[int]:
    return [kind._default_manager.count() for kind in MADE]


@pytest.mark.parametrize("name", FILES)
def test_a_register_of_any_make_is_read_the_same_and_changes_nothing_until_it_is_confirmed(
    lab: Lab, name: str
) -> None:
    before, nodes = there(), Node.objects.exclude(kind="register").count()
    ref = brought(lab, FILES[name])
    page = reads.mapping(ref=ref, viewer=lab.city.viewer("administrator"))
    assert (page.fresh, page.changed, page.same) == (3, 0, 0)
    told = {one.reason: one.rows for one in page.bad}
    rows = ("3", "4") if "JSON" in name else ("4", "6")
    assert told == dict(
        zip(("it is over, and says nothing of what it taught", "it has no title"), rows, strict=True)
    )
    assert (there(), Node.objects.exclude(kind="register").count()) == (before, nodes)

    columns = Register.objects.get(node__ref=ref).columns
    actions.settle_register(ref=ref, columns=columns, **lab.by("administrator"))
    made = {one.node.title: one for one in Initiative.objects.select_related("node")}
    assert set(made) == {"Sängvåg", "Kökshjälp", "Öppen dörr"}
    weighed = made["Sängvåg"]
    assert (weighed.what, weighed.step, weighed.unit_id) == (
        "Väger på natten",
        3,
        lab.city.units["home"].pk,
    )
    assert [(one.amount, str(one.on)) for one in weighed.funds.all()] == [(40_000, "2026-01-02")]
    assert made["Kökshjälp"].lesson.startswith("Fråga först")
    assert Strand.objects.filter(source=weighed.node, name="answers", target__ref=lab.challenge).exists()


def test_looking_at_other_columns_changes_nothing_either(lab: Lab) -> None:
    ref, before = brought(lab, ODD.encode()), there()
    kept = Register.objects.values().get(node__ref=ref)
    seen = reads.mapping(ref=ref, viewer=lab.city.viewer("communicator"), columns={"title": 1})
    assert [one.title for one in seen.preview] == ["blå", "röd"]
    assert (there(), Register.objects.values().get(node__ref=ref)) == (before, kept)


def test_all_of_the_office_see_what_one_of_them_brought_and_when_and_nobody_else_does(lab: Lab) -> None:
    ref = brought(lab, ODD.encode())
    later = lab.at(lab.now + timedelta(days=2))
    columns = Register.objects.get(node__ref=ref).columns
    (waiting,) = reads.registers(viewer=lab.city.viewer("city_director")).rows
    assert (waiting.brought.name, waiting.brought.at, waiting.over) == ("Kim Communicator", lab.now, None)
    actions.settle_register(ref=ref, columns=columns, **later.by("administrator"))
    (row,) = reads.registers(viewer=lab.city.viewer("city_director")).rows
    assert row.over is not None
    assert (row.brought.name, row.over.name, row.over.at) == (
        "Kim Communicator",
        "Kim Administrator",
        later.now,
    )
    assert (row.made, row.changed, row.bad, row.dropped) == (3, 0, 2, False)
    after = reads.mapping(ref=ref, viewer=lab.city.viewer("communicator"))
    assert [one.rows for one in after.bad] == ["4", "6"]
    for who in ("hr", "manager", "resident"):
        with pytest.raises(Missing):
            reads.registers(viewer=lab.city.viewer(who))
        with pytest.raises(Missing):
            reads.mapping(ref=ref, viewer=lab.city.viewer(who))
        with pytest.raises(Refused, match=r"^This is done by the innovation office"):
            actions.drop_register(ref=ref, **lab.by(who))


def test_a_file_that_another_of_the_office_let_go_of_is_told_as_such(lab: Lab) -> None:
    ref = brought(lab, ODD.encode())
    actions.drop_register(ref=ref, **lab.by("administrator"))
    page = reads.mapping(ref=ref, viewer=lab.city.viewer("communicator"))
    assert (page.row.dropped, page.bad, page.preview) == (True, (), ())
    assert not Initiative.objects.exists()


def test_R18_a_protected_person_of_the_office_is_not_named(lab: Lab) -> None:
    brought(lab, ODD.encode())
    person = lab.city.persons["communicator"]
    person.protected = True
    person.save()
    (row,) = reads.registers(viewer=lab.city.viewer("administrator")).rows
    assert (row.brought.name, row.brought.at) == ("", lab.now)
