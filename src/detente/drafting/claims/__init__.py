"""Which sentences speak of a silence, or of a first since one?"""
