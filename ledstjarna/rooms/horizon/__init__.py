"""The horizon room."""
