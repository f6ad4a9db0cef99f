"""Controlled vocabularies: kinds of agreement and of organisation, areas of cooperation."""
