"""Wires everything, thinks nothing."""
