"""Matches to rows: scope, status, period and place, and which amount belongs to which thing."""
