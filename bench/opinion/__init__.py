"""The opinion engine measured: `python -m bench.opinion` prints what it costs, finds, and how sure it is."""
