"""The made-up scorecard that Sundhamn had before."""

from collections import Counter

from ledstjarna.demo import scorecard
from ledstjarna.plumbing import sheets
from ledstjarna.rooms.missions import rules


def test_it_has_three_hundred_goals_that_an_old_system_could_have_written() -> None:
    ((_name, table),) = sheets.book(scorecard.spreadsheet())
    assert (len(table.lines), table.encoding) == (scorecard.GOALS, "cp1252")
    assert set(rules.columns_of(table.header)) == set(rules.FIELDS)


def test_it_is_made_of_effects_activities_and_information() -> None:
    natures = Counter(
        rules.nature_of(goal, target)[0] for _p, _b, goal, _m, target, *_rest in scorecard.rows()
    )
    assert min(natures.values()) > 40
    assert set(natures) == {"effect", "activity", "information"}


def test_some_of_its_goals_say_the_same_and_most_do_not() -> None:
    alike = sum(group > 0 for group in rules.likenesses([row[2] for row in scorecard.rows()]))
    assert scorecard.GOALS / 4 < alike < 0.6 * scorecard.GOALS
