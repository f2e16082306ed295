"""Django commands of the plumbing."""
