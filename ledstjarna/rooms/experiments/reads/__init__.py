"""What may be asked of the experiments room."""
