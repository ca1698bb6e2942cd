"""When: days, months, periods, anniversaries, and what leads up to them."""
