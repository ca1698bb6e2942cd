"""Numbers that are names or signs and count nothing: "Phường 2", "Chương trình 135", codes, scores, list numbers."""
