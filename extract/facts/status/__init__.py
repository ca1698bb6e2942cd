"""Planned, norms or achieved: cues and what else says so, and how far it holds."""
