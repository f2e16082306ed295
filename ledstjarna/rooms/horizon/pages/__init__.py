"""The horizon room's pages."""
