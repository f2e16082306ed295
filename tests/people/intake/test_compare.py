"""A file held against the house says what it would change, and the second time nothing."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.people.intake import Difference, Present, Staff, compare

TODAY = date(2027, 3, 1)


def staff(number: str, *, row: int = 2, unit: str = "u1", name: str = "Kim", **more: object) -> Staff:
    about = {"row": row, "number": number, "given": name, "family": "Ek", "unit": unit, "protected": False}
    unsaid = dict.fromkeys(("email", "title", "unit_name", "department", "manager"), "")
    told: dict[str, object] = {**about, **unsaid, "valid_from": None, "valid_to": None}
    return Staff(**(told | more))  # type: ignore[arg-type]


def as_present(one: Staff) -> Present:
    return Present(one.given, one.family, one.email, one.title, one.unit, one.manager, one.protected)


def held(rows: list[Staff], present: dict[str, Present], units: tuple[str, ...] = ("u1", "u2")) -> Difference:
    return compare(rows, [], present, units, TODAY)


def test_each_person_is_one_thing() -> None:
    before = {n: as_present(staff(n)) for n in ("same", "changed", "moved", "gone")}
    found = held(
        [staff("same"), staff("changed", name="Kim Maria"), staff("moved", unit="u2"), staff("new")], before
    )
    assert [one.number for one in found.new] == ["new"]
    assert [one.number for one in found.changed] == ["changed"]
    assert [one.number for one in found.moved] == ["moved"]
    assert (found.leaving, found.unchanged, found.touched) == (("gone",), 1, 4)


def test_who_has_an_end_date_behind_them_leaves() -> None:
    found = held([staff("a", valid_to=date(2027, 2, 28))], {"a": as_present(staff("a"))})
    assert found.leaving == ("a",)


def test_nobody_leaves_because_their_row_is_bad() -> None:
    found = held([staff("a", unit="nowhere")], {"a": as_present(staff("a"))})
    assert (found.leaving, [fault.reason for fault in found.faults]) == ((), ["unknown_unit"])


def test_an_unknown_unit_that_is_named_is_made_once() -> None:
    named = {"unit": "u9", "unit_name": "The quay", "department": "Harbour"}
    found = held([staff("a", **named), staff("b", row=3, **named)], {})  # type: ignore[arg-type]
    assert found.units == (("u9", "The quay", "Harbour"),)


def test_a_manager_must_be_somebody() -> None:
    found = held([staff("a", manager="zz")], {})
    assert [(fault.value, fault.reason) for fault in found.faults] == [("zz", "unknown_manager")]


def test_a_circle_of_managers_is_told_for_everybody_in_it_and_nobody_else() -> None:
    rows = [
        staff("a", manager="b"),
        staff("b", row=3, manager="c"),
        staff("c", row=4, manager="a"),
        staff("d", row=5, manager="a"),
    ]
    found = held(rows, {})
    assert [(fault.row, fault.reason) for fault in found.faults] == [
        (2, "circle"),
        (3, "circle"),
        (4, "circle"),
    ]
    assert [one.number for one in found.new] == ["d"]


PEOPLE = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=2),
    st.tuples(st.sampled_from(["Kim", "Åsa"]), st.sampled_from(["u1", "u2"]), st.booleans()),
    max_size=12,
)


@given(PEOPLE, PEOPLE)
def test_applying_the_difference_makes_the_house_as_the_file_says(
    before: dict[str, tuple[str, str, bool]], after: dict[str, tuple[str, str, bool]]
) -> None:
    def rows(people: dict[str, tuple[str, str, bool]]) -> list[Staff]:
        return [
            staff(number, row=n, name=name, unit=unit, protected=hidden)
            for n, (number, (name, unit, hidden)) in enumerate(people.items(), 2)
        ]

    house = {one.number: as_present(one) for one in rows(before)}
    found = held(rows(after), house)
    for one in (*found.new, *found.changed, *found.moved):
        house[one.number] = as_present(one)
    for number in found.leaving:
        del house[number]
    assert house == {one.number: as_present(one) for one in rows(after)}
    again = held(rows(after), house)
    assert (again.touched, again.unchanged) == (0, len(after))
