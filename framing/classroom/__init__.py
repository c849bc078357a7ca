"""Comparison → worksheet and answer key: exercises made from a teacher's own pieces.

``exercises.make`` chooses only clear-cut cases and gives every answer its evidence; ``printing.write`` prints them.
"""
