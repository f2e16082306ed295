"""What boards, companies, units and people are there for, what they may decide, and how it is followed up."""
