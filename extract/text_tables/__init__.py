"""Tables in the text of a page: rows and cells found, heads and units read, what each number of a cell is of."""
