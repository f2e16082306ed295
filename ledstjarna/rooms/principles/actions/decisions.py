"""Decisions being prepared: tied to what they serve and lean on before they are taken."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.principles import rules
from ledstjarna.rooms.principles.actions.shared import serving, tied
from ledstjarna.rooms.principles.insight import touches
from ledstjarna.rooms.principles.models import Decision
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Refused


@transaction.atomic
def prepare(
    *,
    title: str,
    text: str,
    costs: str,
    drops: str,
    reference: str,
    serves: Sequence[str],
    leans_on: Sequence[str] = (),
    viewer: Viewer,
    now: datetime,
) -> str:
    """Keep how a decision hangs together, as it was found when it was prepared; nothing is scored."""
    if not rules.may_prepare(viewer):
        raise Refused(_("A decision is prepared by somebody in the city."), forbidden=True)
    rows = serving("decision", serves, viewer)
    leaned = tied("decision", "leans_on", leans_on, viewer)
    met = [
        {
            "ref": one.spot.ref,
            "label": one.spot.label,
            "title": one.spot.title,
            "why": one.why,
            "against": one.against,
        }
        for one in touches(text=f"{title}. {text}", viewer=viewer)
    ]
    node = thread.add_node(kind="decision", title=title, audience=Audience.CITY, lang=settings.LANGUAGE_CODE)
    Decision.objects.create(
        node=node, text=text, costs=costs, drops=drops, reference=reference, met=met, prepared_at=now,
        prepared_by_id=viewer.person_id,
    )  # fmt: skip
    thread.tie_exactly(source=node, name="serves", targets=rows)
    thread.tie_exactly(source=node, name="leans_on", targets=leaned)
    thread.index(node, f"{title} {text}")
    thread.record(who=viewer.node_id, verb="principles.prepared", node=node, at=now)
    return node.ref
