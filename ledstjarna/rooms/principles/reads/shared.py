"""What may be tied to, and the wordings that stood: the same for approaches, documents and decisions."""

from collections.abc import Sequence

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.principles.models import Wording
from ledstjarna.rooms.principles.room import ROOM
from ledstjarna.thread import reads
from ledstjarna.thread.models import Strand
from ledstjarna.web.passages import VersionRow, passages

Choices = tuple[tuple[str, str], ...]


def choices(kind: str, name: str, viewer: Viewer, without: Sequence[str] = ()) -> Choices:
    """What a thing of this kind may be tied to by a strand of this name: refs and words."""
    fit = [target for tie in ROOM.ties if (tie.name, tie.source) == (name, kind) for target in tie.targets]
    spots = reads.spots(viewer=viewer, kind=[one for one in fit if one not in without])
    return tuple(
        (one.ref, f"{one.label}: {one.title}") for one in sorted(spots, key=lambda one: fit.index(one.kind))
    )


def tied_to(node: int, names: Sequence[str]) -> dict[str, list[str]]:
    """The refs that a node is tied to, by the name of the strand."""
    rows = Strand.objects.filter(source_id=node, name__in=list(names), cut=False)
    found: dict[str, list[str]] = {name: [] for name in names}
    for name, ref in rows.order_by("pk").values_list("name", "target__ref"):
        found[name].append(ref)
    return found


def wordings(node: int, now: str) -> tuple[VersionRow, ...]:
    """The wordings before the one that stands, newest first, each beside the one after it."""
    rows, after = [], now
    for one in Wording.objects.filter(node_id=node).order_by("-number"):
        rows.append(VersionRow(one.number, one.until, one.why, passages(one.text, after)))
        after = one.text
    return tuple(rows)
