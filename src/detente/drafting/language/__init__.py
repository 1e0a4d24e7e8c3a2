"""How do texts put it? Words, patterns, sentences and spellings, before anything is known of who or when."""
