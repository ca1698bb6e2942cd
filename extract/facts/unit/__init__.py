"""Units of figures: those that a text leaves out because they are clear, and what rows call them."""
