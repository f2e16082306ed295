"""Where the vision room's pages are."""

from django.urls import path

from ledstjarna.rooms.vision.pages import ballots, drafts, maps, rounds, statements, visions

app_name = "vision"
urlpatterns = [
    path("", visions.home, name="home"),
    path("vision/<ref>/", visions.vision, name="vision"),
    path("vision/<ref>/endorse/", visions.endorse, name="endorse"),
    path("vision/<ref>/ask-again/", visions.ask_again, name="ask_again"),
    path("vision/<ref>/draft/", drafts.drafting, name="drafting"),
    path("vision/<ref>/draft/area/", drafts.new_area, name="new_area"),
    path("vision/<ref>/draft/shift/", drafts.new_shift, name="new_shift"),
    path("vision/<ref>/draft/keep/", drafts.keep_version, name="keep_version"),
    path("vision/<ref>/versions/", drafts.versions, name="versions"),
    path("area/<ref>/", visions.area, name="area"),
    path("area/<ref>/change/", drafts.change_area, name="change_area"),
    path("area/<ref>/remove/", drafts.remove_area, name="remove_area"),
    path("shift/<ref>/", visions.shift, name="shift"),
    path("shift/<ref>/change/", drafts.change_shift, name="change_shift"),
    path("shift/<ref>/remove/", drafts.remove_shift, name="remove_shift"),
    path("endorsement/<ref>/", visions.endorsement, name="endorsement"),
    path("rounds/", rounds.rounds, name="rounds"),
    path("rounds/new/", rounds.new_round, name="new_round"),
    path("rounds/<ref>/", rounds.one_round, name="round"),
    path("rounds/<ref>/vote/", ballots.vote, name="vote"),
    path("rounds/<ref>/say/", ballots.say, name="say"),
    path("rounds/<ref>/said/", ballots.said, name="said"),
    path("rounds/<ref>/near/", ballots.near, name="near"),
    path("rounds/<ref>/statements/", statements.statements, name="statements"),
    path("rounds/<ref>/map/", maps.opinion_map, name="map"),
    path("rounds/<ref>/unites/", maps.unites, name="unites"),
    path("rounds/<ref>/divides/", maps.divides, name="divides"),
    path("rounds/<ref>/unknown/", maps.unknown, name="unknown"),
    path("rounds/<ref>/export/", maps.export, name="export"),
    path("rounds/<ref>/steer/", rounds.steer, name="steer"),
    path("rounds/<ref>/advance/", rounds.advance, name="advance"),
    path("rounds/<ref>/prolong/", rounds.prolong, name="prolong"),
    path("rounds/<ref>/pause/", rounds.pause, name="pause"),
    path("rounds/<ref>/resume/", rounds.resume, name="resume"),
    path("rounds/<ref>/reopen/", rounds.reopen, name="reopen"),
    path("rounds/<ref>/decide/", rounds.decide, name="decide"),
    path("statements/<ref>/", statements.statement, name="statement"),
    path("statements/<ref>/moderate/", statements.moderate, name="moderate"),
    path("statements/<ref>/merge/", statements.merge, name="merge"),
]
