"""What stands over the columns of a table: in rows of cells, in lines, over several columns, years side by side."""
