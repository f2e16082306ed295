"""What the search is judged on: texts, queries, and who asks."""
