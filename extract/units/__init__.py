"""The units of a run: what is done at once, what it is known by, and where it lies when it is done.

A run is cut into units of some pages. Each has a key made of all that decides what comes of it, and what came of it
lies in the work folder of the coming dataset under that key. Whoever finds it there need not make it again: so a run
goes on where another one ended, whatever ended that, and never takes what no longer holds.
"""
