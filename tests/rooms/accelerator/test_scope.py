"""Whose things are, and who is close to them."""

from ledstjarna.people.models import Person
from ledstjarna.rooms.accelerator import actions, scope
from ledstjarna.rooms.accelerator.models import Assessor, Entry
from ledstjarna.thread import actions as thread
from tests.rooms.accelerator.conftest import Lab


def how(lab: Lab, entry: str, *names: str) -> dict[str, str]:
    one = Entry.objects.get(node__ref=entry)
    rows = [Assessor.objects.get_or_create(call=one.call, person=lab.city.persons[name])[0] for name in names]
    close = scope.close(rows, [one], lab.now.date())
    numbers = dict(Person.objects.values_list("pk", "number"))
    return {numbers[row.person_id]: close.get((one.pk, row.pk), "") for row in rows}


def test_R13_closeness_is_read_from_unit_line_and_what_two_do_together(lab: Lab) -> None:
    entry = lab.entry("colleague")  # from the school
    idea = actions.tell_idea(title="Ihop", text="x", inlet="idea", **lab.by("colleague"))
    actions.join(ref=idea, **lab.by("hr"))
    thing = thread.add_node(kind="indicator", title="Delad")
    for name in ("colleague", "auditor"):
        thread.tie(source=thing, name="held_by", target=lab.city.persons[name].node_id)
    assert how(lab, entry, "colleague", "crowd0", "hr", "auditor", "crowd1", "elected") == {
        "colleague": "self", "crowd0": "unit", "hr": "joint", "auditor": "joint", "crowd1": "", "elected": "",
    }  # fmt: skip


def test_R13_a_director_is_in_the_line_of_all_below(lab: Lab) -> None:
    lab.city.persons["director"].employments.all().delete()
    assert how(lab, lab.entry("employee"), "director", "colleague") == {"director": "line", "colleague": ""}


def test_a_unit_s_line_is_all_that_it_is_part_of() -> None:
    assert scope.line_of([3], {3: 2, 2: 1, 1: None}) == {1, 2, 3}
    assert scope.line_of([3], {3: 3}) == {3}
