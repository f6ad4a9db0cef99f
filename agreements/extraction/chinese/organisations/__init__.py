"""Names of organisations, and which kind of body a name shows."""
