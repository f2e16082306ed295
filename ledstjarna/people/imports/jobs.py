"""The worker's door to the taking in of a kept file."""

from django.utils import timezone

from ledstjarna.people.imports import taking
from ledstjarna.people.models import Person
from ledstjarna.people.viewer import viewer_of
from ledstjarna.plumbing import tasks
from ledstjarna.thread.reads import Refused


@tasks.task(attempts=2)
def take_in(ref: str, person: int) -> str:
    """Take in the file in the name of the person who confirmed it.

    Raises:
        Hopeless: it is refused; a second try would be refused as well.
    """
    now = timezone.now()
    viewer = viewer_of(Person.objects.select_related("node").get(pk=person), timezone.localdate(now))
    try:
        return taking.take_in(ref=ref, viewer=viewer, now=now, tell=tasks.tell)
    except Refused as refusal:
        raise tasks.Hopeless(refusal.reason) from refusal
