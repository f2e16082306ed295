"""`ledstjarna thread`: the chain is proved, and where it breaks is said (T17)."""

import pytest
from click.testing import CliRunner

from ledstjarna.cli.thread import group
from ledstjarna.thread import actions
from ledstjarna.thread.chain import GENESIS
from ledstjarna.thread.models import Tide
from tests.fixtures.city import NOW

pytestmark = pytest.mark.django_db


def run(*words: str) -> tuple[int, str]:
    answer = CliRunner().invoke(group, words)
    return answer.exit_code, answer.output.strip().splitlines()[-1]


def happen(times: int) -> None:
    node = actions.add_node(kind="party", title="x")
    for _ in range(times):
        actions.record(who=None, verb="people.granted", node=node, at=NOW)


def test_an_empty_log_holds_and_has_a_head() -> None:
    assert run("verify") == (0, "The chain of 0 facts holds.")
    assert run("head") == (0, f"0:{GENESIS}")


def test_the_head_is_an_anchor_that_holds() -> None:
    happen(3)
    _, head = run("head")
    happen(2)
    assert run("verify", "--anchor", head) == (0, "The chain of 5 facts holds.")


def test_T17_the_fact_where_it_breaks_is_said() -> None:
    happen(3)
    Tide.objects.update(hash="f" * 64)
    assert run("verify") == (1, "Error: The chain breaks at fact 4: the latest facts do not match the tide.")


@pytest.mark.parametrize("anchor", ["3", "x:y", f"1:{'g' * 64}", f"-1:{'a' * 64}"])
def test_an_anchor_of_another_shape_is_refused(anchor: str) -> None:
    code, words = run("verify", "--anchor", anchor)
    assert (code, "An anchor is a number" in words) == (2, True)
