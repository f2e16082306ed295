"""The plumbing's tables, step by step."""
