"""Rules as data: phrases written by people who do not program, compiled to linear-time patterns, matched in one pass."""
