"""A database backend that runs its own PostgreSQL, for those who have none: data in ``var/``."""
