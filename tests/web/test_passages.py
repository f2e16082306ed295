"""What differs between two wordings."""

from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.web.passages import passages


def test_what_is_gone_stands_before_what_came_instead() -> None:
    found = [(one.kind, one.text) for one in passages("vi möts ofta", "vi möts alltid här")]
    assert found == [("same", "vi möts"), ("gone", "ofta"), ("new", "alltid här")]


@given(st.text("ab "), st.text("ab "))
def test_either_wording_can_be_read_out_of_the_difference(old: str, new: str) -> None:
    both = passages(old, new)
    without = {"gone": new, "new": old}
    for kind, wording in without.items():
        kept = " ".join(one.text for one in both if one.kind != kind)
        assert kept.split() == wording.split()
