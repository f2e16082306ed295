"""The atlas room's JSON door."""

from ledstjarna.rooms.atlas import actions, forms, reads
from ledstjarna.web.api import Read, Write

API = [
    Read("monday/", reads.monday),
    Read("monday/{name}/", reads.dial_page),
    Read("monday/{name}/rows/", reads.dial_rows),
    Read("star/", reads.star_map),
    Read("loose/", reads.loose_threads),
    Write("loose/{ref}/dismiss/", forms.Dismiss, actions.dismiss),
    Write("loose/{ref}/take-up/", forms.Finding, actions.take_up),
    Read("kin/", reads.kin),
    Read("node/{ref}/", reads.surroundings),
    Read("sight/{ref}/", reads.line_of_sight),
    Read("journey/", reads.journey),
    Read("signals/", reads.signals),
    Write("signals/estimates/", forms.Estimate, actions.estimate),
    Write("signals/ceilings/", forms.Cap, actions.cap),
    Read("signals/{ref}/", reads.signals_at),
]
