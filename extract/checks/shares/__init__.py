"""Percentages against the numbers that they are shares of."""
