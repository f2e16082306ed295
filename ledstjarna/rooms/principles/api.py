"""The principles room's JSON door."""

from ledstjarna.rooms.principles import actions, forms, reads
from ledstjarna.web.api import Read, Write
from ledstjarna.web.fields import Confirm

API = [
    Read("approaches/", reads.approaches),
    Write("approaches/", forms.Approach, actions.set_approach),
    Read("approaches/{ref}/", reads.approach),
    Write("approaches/{ref}/", forms.ChangeApproach, actions.change_approach),
    Read("documents/", reads.home),
    Write("documents/", forms.Document, actions.set_document),
    Read("documents/{ref}/", reads.document),
    Write("documents/{ref}/", forms.ChangeDocument, actions.change_document),
    Read("parts/{ref}/", reads.paragraph),
    Write("decisions/", forms.Prepare, actions.prepare),
    Read("decisions/{ref}/", reads.decision),
    Write("holds/{ref}/stop/", Confirm, actions.stop),
]
