"""Which amount of money belongs to which thing."""
