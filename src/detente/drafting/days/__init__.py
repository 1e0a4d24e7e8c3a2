"""Which days does a sentence name, counted from the day of publication where it must be?"""
