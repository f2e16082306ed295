"""The pages of the accelerator."""
