"""Does a sentence tell of a contact between defence sides at all?"""
