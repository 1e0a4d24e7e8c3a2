"""For programs: the record as Python objects and tables."""
