"""The pages of the experiments room."""
