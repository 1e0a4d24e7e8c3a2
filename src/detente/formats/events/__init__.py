"""How do contacts come out of machine-coded event data: ICEWS, GDELT, POLECAT and KEDS?"""
