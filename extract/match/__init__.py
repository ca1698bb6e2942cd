"""Rules as data: phrases by people who do not program, compiled to linear-time patterns, matched in one pass."""
