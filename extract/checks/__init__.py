"""Arithmetic that a page itself states: which sums, products and percentages hold."""
