"""Tables in the text of a page: rows and cells found, heads and units read, what each number of a cell is of.

One way through, whatever parts the cells:

    lines → layouts → Table → heads → columns → cells
            rows, header      names   units, plans   each number with its unit, role and place

``lines`` are those of the text with their numbers. A layout turns some of them into a ``Table``: cells in a line
each (``lined``), or one cell a line (``stacked``), below a head that names every column or without one. From there on
nothing asks how the cells were parted. ``outside`` are units of numbers that stand in no table.
"""
