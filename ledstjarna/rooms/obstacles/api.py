"""The obstacles room's JSON door."""

from ledstjarna.rooms.obstacles import actions, forms, reads
from ledstjarna.web.api import Read, Write
from ledstjarna.web.fields import Confirm

API = [
    Read("reports/", reads.home),
    Write("reports/", forms.Report, actions.report),
    Read("desk/", reads.telling),
    Write("letters/", forms.Report, actions.post),
    Read("receipt/", reads.receipt),
    Write("receipt/", forms.WriteBack, actions.write_back),
    Read("waiting/", reads.waiting),
    Read("themes/", reads.themes),
    Read("functions/", reads.desks),
    Write("functions/", forms.Appoint, actions.appoint),
    Write("functions/relieve/", forms.Relieve, actions.relieve),
    Read("removals/{ref}/", reads.removal),
    Read("reports/{ref}/", reads.obstacle),
    Write("reports/{ref}/answer/", forms.Answer, actions.answer),
    Write("reports/{ref}/hand-over/", forms.HandOver, actions.hand_over),
    Write("reports/{ref}/postpone/", forms.Postpone, actions.postpone),
    Write("reports/{ref}/line/", forms.Line, actions.ask_back),
    Write("reports/{ref}/helped/", forms.Judge, actions.judge),
    Write("reports/{ref}/echo/", Confirm, actions.echo),
]
