"""Units of numbers that stand in no table: before them, below them, or clear from the sums around."""
