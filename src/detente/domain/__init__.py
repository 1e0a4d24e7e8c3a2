"""What a contact, a date, a gap and a claim are: standard library only."""
