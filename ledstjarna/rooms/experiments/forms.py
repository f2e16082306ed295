"""What is typed into the experiments room, checked."""
