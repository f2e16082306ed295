"""Pages of the missions room."""
