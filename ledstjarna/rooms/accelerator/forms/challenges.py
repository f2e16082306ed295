"""What is typed of a challenge, checked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ledstjarna.rooms.accelerator.forms.shared import Tied
from ledstjarna.web.fields import Offered, lines, refs


class Challenge(Tied):
    """Something that the city does not know how to do yet."""

    title = forms.CharField(label=_("In a few words"), max_length=200)
    preamble = lines(_("Why it is a challenge"), 5)
    focus = lines(_("Where it is felt most"), 3, needed=False, hint=_("One thing on each line."))
    category = forms.CharField(label=_("Category"), max_length=100, required=False)
    serves = refs(_("What it serves"), hint=_("Tick one at least: then everybody can see why it is there."))
    unit = Offered(label=_("The unit that keeps it"), required=False)
    contacts = lines(
        _("Whom to turn to"), 3, needed=False, hint=_("Posts rather than names, one on each line.")
    )
