"""What the columns of a table are by their heads, titles and numbers: their units, and which are plans."""
