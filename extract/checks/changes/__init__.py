"""What was, what is, and the change between: in numbers, per cent and points, against plans too."""
