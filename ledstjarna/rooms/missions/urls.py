"""Where the missions room's pages are."""

from django.urls import path

from ledstjarna.rooms.missions.pages import aims, cards, delegation, follow, questions, scorecards, steering

app_name = "missions"
urlpatterns = [
    path("my-mission/", steering.mine, name="mine"),
    path("card/of/<ref>/", cards.write_card, name="write_card"),
    path("card/<ref>/", cards.card, name="card"),
    path("card/<ref>/change/", cards.change_card, name="change_card"),
    path("card/<ref>/agree/", cards.agree_card, name="agree_card"),
    path("steering/", steering.home, name="home"),
    path("steering/at/<ref>/", steering.holder, name="holder"),
    path("steering/at/<ref>/register/", delegation.register, name="register"),
    path("steering/delegation/<ref>/", delegation.delegation, name="delegation"),
    path("steering/delegation/<ref>/decide/", delegation.decide_by, name="decide_by"),
    path("steering/delegation/<ref>/report/", delegation.report, name="report"),
    path("steering/delegation/<ref>/revoke/", delegation.revoke, name="revoke"),
    path("steering/new/<kind>/<ref>/", aims.new, name="new"),
    path("steering/aim/<ref>/", aims.aim, name="aim"),
    path("steering/aim/<ref>/change/", aims.change, name="change"),
    path("steering/aim/<ref>/stop/", aims.stop, name="stop"),
    path("steering/about/<ref>/follow/", follow.follow, name="follow"),
    path("steering/about/<ref>/hold/", follow.hold, name="hold"),
    path("steering/about/<ref>/look/", follow.look, name="look"),
    path("steering/about/<ref>/ask/", questions.ask, name="ask"),
    path("steering/indicator/<ref>/", follow.indicator, name="indicator"),
    path("steering/indicator/<ref>/want/", follow.want, name="want"),
    path("steering/talk/<ref>/", follow.talk, name="talk"),
    path("steering/outlook/<ref>/", follow.outlook, name="outlook"),
    path("steering/scorecards/", scorecards.scorecards, name="scorecards"),
    path("steering/scorecard/goal/<ref>/", scorecards.scorecard_goal, name="scorecard_goal"),
    path("steering/scorecard/<ref>/", scorecards.scorecard, name="scorecard"),
    path("steering/scorecard/<ref>/columns/", scorecards.map_scorecard, name="map_scorecard"),
    path("steering/scorecard/<ref>/drop/", scorecards.drop_scorecard, name="drop_scorecard"),
    path("steering/questions/", questions.questions, name="questions"),
    path("steering/question/<ref>/", questions.question, name="question"),
    path("steering/question/<ref>/postpone/", questions.postpone, name="postpone"),
]
