"""What contacts does a text tell of? Rules and lists of words read it; what they find is proposed, never recorded."""
