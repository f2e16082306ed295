"""A city replayed by calling actions with past dates."""
