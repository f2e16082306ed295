"""One drill a file; each measures on a scratch city and says what it found."""
