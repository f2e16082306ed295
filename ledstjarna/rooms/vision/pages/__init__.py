"""HTTP in, one call, one template out."""
