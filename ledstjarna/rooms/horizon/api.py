"""The horizon room's JSON door."""

from ledstjarna.rooms.horizon import actions, forms, reads
from ledstjarna.web.api import Read, Write

API = [
    Read("signals/", reads.home),
    Write("signals/", forms.Notice, actions.notice),
    Read("signals/{ref}/", reads.signal),
    Write("signals/{ref}/readings/", forms.ReadTogether, actions.read_together),
    Write("signals/{ref}/parries/", forms.Parry, actions.parry),
    Read("readings/{ref}/", reads.reading),
    Read("parries/{ref}/", reads.parry),
    Read("speed/", reads.speed),
    Write("group/", forms.Appoint, actions.appoint),
]
