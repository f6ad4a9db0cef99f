"""People, the positions beside their names, and what they did there."""
