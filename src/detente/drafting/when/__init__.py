"""On which of the days that are named was a contact?"""
