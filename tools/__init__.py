"""What builds, checks and pictures the house; nothing of it is in the wheel."""
