"""How records travel: one module per format, each a reader or a writer of what the record holds, and the keys they share."""
