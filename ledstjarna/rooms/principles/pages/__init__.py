"""The pages of the principles room."""
