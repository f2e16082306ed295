"""How things leave the house: pages, fragments, JSON, errors."""
