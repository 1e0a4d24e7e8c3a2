"""Which sentences tell of the same contact, and which of another?"""
