"""The votes of Sundhamn hold the currents that were planted."""

import numpy as np

from ledstjarna.demo.opinions import SHARES, UNSEEN, opinions
from ledstjarna.demo.statements import LINES

DEPARTMENTS = ["vof"] * 900 + ["buf"] * 900 + ["slf"] * 200
VOTES = opinions(LINES, DEPARTMENTS, voters=1200)


def share(lean: str) -> float:
    columns = [n for n, line in enumerate(LINES) if line.lean == lean]
    values = VOTES.values[:, columns]
    return float((values == 1).sum() / np.isin(values, (1, -1)).sum())


def test_about_as_many_vote_as_was_asked_for() -> None:
    assert 1080 <= (VOTES.values != UNSEEN).any(axis=1).sum() <= 1320


def test_what_unites_is_agreed_to_and_what_is_rejected_is_not() -> None:
    assert share("U") > 0.85
    assert share("R") < 0.15


def test_departments_are_heard_unevenly() -> None:
    spoke = (VOTES.values != UNSEEN).any(axis=1)
    assert spoke[:900].mean() < spoke[900:1800].mean() < spoke[1800:].mean()


def test_the_same_seed_votes_the_same() -> None:
    again = opinions(LINES, DEPARTMENTS, voters=1200)
    assert np.array_equal(again.values, VOTES.values)
    assert np.array_equal(again.days, VOTES.days)


def test_the_four_currents_are_as_large_as_planted_and_lean_with_departments() -> None:
    assert np.abs(np.bincount(VOTES.currents) / len(DEPARTMENTS) - SHARES).max() < 0.04
    care, office = (
        np.bincount(part, minlength=4) / part.size for part in (VOTES.currents[:900], VOTES.currents[1800:])
    )
    assert care[0] > office[0]
    assert office[1] > care[1]


def test_what_divides_is_agreed_to_by_those_who_lean_to_it() -> None:
    for current, sign in enumerate("+-+-"):
        columns = [n for n, line in enumerate(LINES) if line.lean == "+-+-"]
        values = VOTES.values[VOTES.currents == current][:, columns]
        agreed = (values == 1).sum() / np.isin(values, (1, -1)).sum()
        assert (agreed > 0.7) == (sign == "+")
        assert (agreed < 0.3) == (sign == "-")


def test_votes_are_yes_no_or_pass_and_a_day_of_the_round() -> None:
    assert set(np.unique(VOTES.values).tolist()) == {-128, -1, 0, 1}
    assert VOTES.days.max() < 24
