"""Who was rated how: levels with their numbers, tied into sets, out of sentences and tables."""
