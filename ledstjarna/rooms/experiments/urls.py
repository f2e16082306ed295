"""Where the experiments room's pages are."""

from django.urls import path

from ledstjarna.rooms.experiments.pages import calls, lessons, spread, sprints, tests

app_name = "experiments"
CALLS = [
    path("lessons/calls/<ref>/", calls.call, name="call"),
    path("lessons/calls/<ref>/call.ics", calls.date, name="call_date"),
    path("lessons/calls/<ref>/again/", calls.again, name="call_again"),
    path("lessons/calls/<ref>/pick/", calls.pick, name="pick_time"),
    path("lessons/calls/<ref>/answer/", calls.answer, name="answer_call"),
    path("lessons/calls/<ref>/decline/", calls.decline, name="decline_call"),
    path("lessons/calls/<ref>/off/", calls.off, name="call_off"),
    path("lessons/<ref>/call/", calls.new, name="new_call"),
]
ON_THEIR_WAY = [
    path("lessons/find/", spread.find, name="find"),
    path("lessons/ahead/", spread.front, name="front"),
    path("lessons/offers/", spread.offers, name="offers"),
    path("lessons/offers/deal/", spread.deal, name="deal"),
    path("lessons/cities/", spread.cities, name="cities"),
    path("lessons/cities/<ref>/drop/", spread.drop_city, name="drop_city"),
    path("lessons/of-others/<ref>/", spread.foreign, name="foreign"),
    path("lessons/feed.atom", spread.atom, name="atom"),
    path("lessons/feed.json", spread.json_feed, name="json_feed"),
    path("lessons/<ref>/spread/", spread.spread, name="spread"),
    path("lessons/<ref>/similar/", spread.similar, name="similar"),
    path("lessons/<ref>/decline/", spread.decline, name="decline"),
]
urlpatterns = [
    *CALLS,
    *ON_THEIR_WAY,
    path("tests/", tests.home, name="home"),
    path("tests/all/", tests.tests, name="tests"),
    path("tests/new/", tests.new, name="new"),
    path("tests/<ref>/", tests.test, name="test"),
    path("tests/<ref>/mend/", tests.mend, name="mend"),
    path("tests/<ref>/lay/", tests.lay, name="lay"),
    path("tests/<ref>/ask/", tests.ask, name="ask"),
    path("tests/<ref>/answer/", tests.let_decide, name="let_decide"),
    path("tests/<ref>/start/", tests.start, name="start"),
    path("tests/<ref>/join/", tests.join, name="join"),
    path("tests/<ref>/leave/", tests.leave, name="leave"),
    path("tests/<ref>/cancel/", tests.cancel, name="cancel"),
    path("tests/<ref>/again/", tests.again, name="again"),
    path("tests/<ref>/open/", tests.open_test, name="open_test"),
    path("tests/<ref>/sprint/", sprints.sprint, name="sprint"),
    path("tests/<ref>/log/", sprints.log, name="log"),
    path("tests/<ref>/undo/", sprints.undo, name="undo"),
    path("tests/<ref>/note/", sprints.note, name="note"),
    path("tests/<ref>/file/", sprints.bring, name="bring"),
    path("tests/<ref>/file/confirm/", sprints.confirm, name="confirm"),
    path("tests/<ref>/rule/", sprints.alter, name="alter"),
    path("tests/<ref>/end/", sprints.wind_up, name="wind_up"),
    path("tests/<ref>/review/", sprints.review, name="review"),
    path("tests/<ref>/teach/", lessons.teach, name="teach"),
    path("lessons/", lessons.lessons, name="lessons"),
    path("lessons/<ref>/", lessons.lesson, name="lesson"),
    path("lessons/<ref>/reword/", lessons.reword, name="reword"),
    path("lessons/<ref>/open/", lessons.open_lesson, name="open_lesson"),
    path("lessons/<ref>/renew/", lessons.renew, name="renew"),
    path("lessons/<ref>/retire/", lessons.retire, name="retire"),
    path("lessons/<ref>/offer/", lessons.offer, name="offer"),
    path("lessons/<ref>/withdraw/", lessons.withdraw, name="withdraw"),
    path("lessons/<ref>/take-up/", lessons.take_up, name="take_up"),
]
