"""What the experiments room sees through the trial engine, and in words."""

from ledstjarna.rooms.experiments.insight.suggest import near, suggested
from ledstjarna.rooms.experiments.insight.traits import Known, known_of
from ledstjarna.rooms.experiments.insight.words import lesson_text, rule_of, rule_text, share_words

__all__ = ["Known", "known_of", "lesson_text", "near", "rule_of", "rule_text", "share_words", "suggested"]
