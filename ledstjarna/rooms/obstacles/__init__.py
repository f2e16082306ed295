"""The obstacles room."""
