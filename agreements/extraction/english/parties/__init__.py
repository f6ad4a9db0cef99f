"""Who is bound by a signing, and on which side: the academic one or the other."""
