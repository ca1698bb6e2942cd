"""How cells are parted in a text, and the rows, headers and heads that come of it: lines become a ``Table``."""
