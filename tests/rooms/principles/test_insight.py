"""What a text touches."""

from collections import Counter

from ledstjarna.rooms.principles import actions
from ledstjarna.rooms.principles.insight import EACH, touches
from tests.rooms.principles.conftest import APPROACH, Ground


def test_what_pulls_the_other_way_comes_first_with_the_words_that_say_so(ground: Ground) -> None:
    words = APPROACH | {"title": "Kortare väntetid för den som ringer"}
    ref = actions.set_approach(serves=[ground.area], **words, **ground.by("hr"))
    first = touches(text="Det blir längre väntetid i telefon.", viewer=ground.city.viewer("employee"))[0]
    assert (first.spot.ref, first.against) == (ref, True)
    assert first.why == "you write “längre”, it says “kortare”"


def test_what_shares_words_is_told_by_which_and_what_stands_above_by_the_thread(ground: Ground) -> None:
    found = touches(text="Vi möts över gränser varje vecka.", viewer=ground.city.viewer("employee"))
    by_kind = {one.spot.kind: one.why for one in found}
    assert "möts" in by_kind["paragraph"]
    assert "gränser" in by_kind["paragraph"]
    assert "hangs on it" in by_kind["area"]


def test_many_of_one_kind_do_not_hide_the_others(ground: Ground) -> None:
    for number in range(9):
        words = APPROACH | {
            "title": f"Vi möts över gränser {number}",
            "text": "Vi möts över gränser varje vecka.",
        }
        actions.set_approach(serves=[ground.area], **words, **ground.by("hr"))
    found = touches(text="Vi möts över gränser varje vecka.", viewer=ground.city.viewer("employee"))
    kinds = Counter(one.spot.kind for one in found if "both speak" in one.why)
    assert kinds["approach"] == EACH
    assert kinds["paragraph"] > 0


def test_a_text_that_shares_no_words_touches_nothing(ground: Ground) -> None:
    assert touches(text="Xyzzy plugh", viewer=ground.city.viewer("employee")) == ()
