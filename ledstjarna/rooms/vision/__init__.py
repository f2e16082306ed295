"""A city finds its vision: statements, votes, what unites, endorsements, the decision."""
