"""Who signed, and for whom."""
