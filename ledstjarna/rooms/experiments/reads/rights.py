"""What a viewer may do with a test, as it stands today."""

from dataclasses import dataclass

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.models import Experiment
from ledstjarna.rooms.experiments.room import Stage


@dataclass(frozen=True, slots=True)
class Rights:
    """What a viewer may do with a test, as it stands today."""

    leads: bool
    logs: bool
    joins: bool
    leaves: bool


def rights(one: Experiment, viewer: Viewer) -> Rights:
    """What a viewer may do with a test; three questions whatever the test."""
    team, line = scope.team_of(one), scope.line_of(one.unit_id)
    return Rights(
        leads=rules.may_lead(viewer, team, line),
        logs=rules.may_log(viewer, team, line, one.unit_id),
        joins=rules.may_join(viewer, team) and one.stage != Stage.CONCLUDED,
        leaves=rules.may_leave(viewer, team, one.made_by_id),
    )
