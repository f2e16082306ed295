"""What all decisions lean on: approaches, policies, and the check of a decision against them."""
