"""What the experiments room sees through the trial engine, and in words."""

from ledstjarna.rooms.experiments.insight.design import (
    Advice,
    advice,
    advised,
    days_needed,
    fitting,
    of_test,
)
from ledstjarna.rooms.experiments.insight.result import Line, Seen, seen
from ledstjarna.rooms.experiments.insight.rows import Place, Row
from ledstjarna.rooms.experiments.insight.suggest import near, suggested
from ledstjarna.rooms.experiments.insight.telling import percent_change
from ledstjarna.rooms.experiments.insight.words import (
    default_rule,
    figure,
    lesson_text,
    rule_of,
    rule_text,
    share_words,
)

__all__ = [
    "Advice",
    "Line",
    "Place",
    "Row",
    "Seen",
    "advice",
    "advised",
    "days_needed",
    "default_rule",
    "figure",
    "fitting",
    "lesson_text",
    "near",
    "of_test",
    "percent_change",
    "rule_of",
    "rule_text",
    "seen",
    "share_words",
    "suggested",
]
