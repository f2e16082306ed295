"""The one graph and the one log."""
