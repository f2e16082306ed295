"""The obstacles room's pages."""
