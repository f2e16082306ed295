"""The third door: `ledstjarna <noun> <verb>`."""
