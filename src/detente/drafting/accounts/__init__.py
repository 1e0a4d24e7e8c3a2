"""Whose account of a contact is each sentence?"""
