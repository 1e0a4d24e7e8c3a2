"""Détente: the record of contacts between defence ministries."""
