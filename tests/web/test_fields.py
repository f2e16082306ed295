"""Fields that more than one room asks with."""

from django import forms

from ledstjarna.web.fields import Day, lines, refs


class Asked(forms.Form):
    """One of each."""

    day = Day(required=False)
    text = lines("Text", 2, needed=False, most=5)
    tied = refs("Tied")


def test_a_day_is_asked_for_with_the_browser_s_calendar_and_written_as_it_wants() -> None:
    assert 'type="date"' in str(Asked(initial={"day": "2026-03-01"})["day"])


def test_any_ref_may_be_sent_since_the_action_looks_each_one_up() -> None:
    assert Asked({"tied": ["never", "offered"]}).is_valid()


def test_a_text_that_is_too_long_is_told_so() -> None:
    assert "text" in Asked({"text": "sexsex"}).errors
