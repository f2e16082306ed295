"""What is seen in the past."""
