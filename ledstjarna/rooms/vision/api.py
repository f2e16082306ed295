"""The vision room's JSON door."""

from ledstjarna.rooms.vision import actions, forms, reads
from ledstjarna.web.api import Read, Write
from ledstjarna.web.fields import Confirm

API = [
    Read("rounds/", reads.rounds),
    Write("rounds/", forms.OpenRound, actions.open_round),
    Read("rounds/{ref}/", reads.round_page),
    Read("rounds/{ref}/ballot/", reads.ballot),
    Write("rounds/{ref}/ballot/", forms.Cast, actions.cast),
    Read("rounds/{ref}/statements/", reads.statements),
    Write("rounds/{ref}/statements/", forms.Say, actions.say),
    Read("rounds/{ref}/near/", reads.near),
    Read("rounds/{ref}/map/", reads.opinion_map),
    Read("rounds/{ref}/unites/", reads.unites),
    Read("rounds/{ref}/divides/", reads.divides),
    Read("rounds/{ref}/unknown/", reads.unknown),
    Write("rounds/{ref}/advance/", forms.Advance, actions.advance),
    Write("rounds/{ref}/prolong/", forms.Prolong, actions.prolong),
    Write("rounds/{ref}/pause/", forms.Pause, actions.pause),
    Write("rounds/{ref}/resume/", Confirm, actions.resume),
    Write("rounds/{ref}/reopen/", forms.Reopen, actions.reopen),
    Write("rounds/{ref}/decide/", forms.Decide, actions.decide),
    Read("statements/{ref}/", reads.statement),
    Write("statements/{ref}/moderate/", forms.Moderate, actions.moderate),
    Write("statements/{ref}/merge/", forms.Merge, actions.merge),
    Read("visions/{ref}/", reads.vision),
    Write("visions/{ref}/areas/", forms.DraftArea, actions.add_area),
    Write("visions/{ref}/shifts/", forms.DraftShift, actions.add_shift),
    Write("visions/{ref}/versions/", forms.KeepVersion, actions.keep_version),
    Write("visions/{ref}/endorsements/", forms.Endorse, actions.endorse),
]
