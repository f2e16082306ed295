"""What a manager has been asked."""

from datetime import date, timedelta

from ledstjarna.rooms.experiments import actions, reads
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import sketched


def seen(city: SmallCity, ref: str, who: str = "employee", days: int = 0) -> reads.TestPage:
    return reads.small_test(ref=ref, viewer=city.viewer(who), now=NOW + timedelta(days=days))


def test_that_my_manager_has_been_asked_is_said(city: SmallCity) -> None:
    ref = sketched(city)
    assert (seen(city, ref).asking, seen(city, ref).may_ask) == (None, True)
    actions.ask(ref=ref, viewer=city.viewer("employee"), now=NOW)
    for who, answers in (("employee", False), ("manager", True)):
        page = seen(city, ref, who)
        assert page.asking is not None
        assert (page.asking.asker, page.asking.manager) == ("Kim Employee", "Kim Manager")
        assert page.asking.promised == date(2026, 9, 8)
        assert (page.may_answer, page.may_ask, page.may_start) == (answers, False, True)
    actions.let_decide(ref=ref, answer="alone", words="Kör", viewer=city.viewer("manager"), now=NOW)
    answered = seen(city, ref).asking
    assert answered is not None
    assert (answered.answer, answered.words) == ("Decide it yourselves", "Kör")
