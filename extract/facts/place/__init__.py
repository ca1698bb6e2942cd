"""Where it happened: places in a text, those that are a page's own, and one name for each."""
