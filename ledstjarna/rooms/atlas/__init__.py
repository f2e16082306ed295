"""The golden thread: what hangs on what, and what hangs loose."""
