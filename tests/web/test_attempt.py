"""A form becomes an action or says why not, the same for both doors."""

from typing import Any

import pytest
from django import forms

from ledstjarna.thread.reads import Refused
from ledstjarna.web.attempt import attempt, errors


class Wish(forms.Form):
    name = forms.CharField(max_length=5)


def act(name: str, **beside: Any) -> str:
    if name == "no":
        raise Refused("Not you.", forbidden=True)
    if name == "later":
        raise Refused("Not now.")
    return f"{name} {beside}"


def test_clean_values_and_what_the_door_knows_reach_the_action() -> None:
    outcome = attempt(Wish({"name": " hi "}), act, viewer=1)
    assert (outcome.done, outcome.value) == (True, "hi {'viewer': 1}")


def test_what_is_not_clean_never_reaches_the_action() -> None:
    outcome = attempt(Wish({"name": "too long"}), act)
    assert (outcome.done, outcome.status, list(errors(outcome.form))) == (False, 422, ["name"])


@pytest.mark.parametrize(("name", "status", "words"), [("no", 403, "Not you."), ("later", 422, "Not now.")])
def test_a_rule_s_no_is_an_error_of_the_whole_form(name: str, status: int, words: str) -> None:
    outcome = attempt(Wish({"name": name}), act)
    assert (outcome.done, outcome.status, errors(outcome.form)) == (False, status, {"form": [words]})


def test_what_is_missing_is_not_hidden_in_a_form() -> None:
    def lose(**beside: Any) -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        attempt(Wish({"name": "x"}), lose)
