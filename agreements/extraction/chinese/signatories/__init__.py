"""Who signed, and on whose behalf."""
