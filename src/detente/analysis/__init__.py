"""What follows from many contacts: counts per period, topic mix, lanes."""
