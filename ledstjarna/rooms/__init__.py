"""The capabilities; none knows another."""
