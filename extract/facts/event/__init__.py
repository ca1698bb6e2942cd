"""When what a page tells of happened."""
