"""What no page shows alone: pages between two readings, lines of a site, copies of a page.

All of it lies on the disk, so that the memory of a run does not grow with the archive. What is looked for is said in
``extract.dedup``; here is how to find it among ten million pages.
"""
