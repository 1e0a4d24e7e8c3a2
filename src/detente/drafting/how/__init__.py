"""What became of a contact, by which medium, where, at whose request, and on what?"""
