"""People: their names, positions and roles."""
