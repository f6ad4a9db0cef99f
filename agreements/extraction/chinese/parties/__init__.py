"""Who agreed with whom: names that mean the same organisation, and the two sides."""
