"""How records travel: one module per format, each a reader or a writer of what the record holds."""
