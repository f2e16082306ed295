"""The accelerator room."""
