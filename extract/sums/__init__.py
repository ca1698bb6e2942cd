"""What sums of the results of a page may hold: which figure holds which, and why a row counts in none.

* ``holding``: parts beside their whole, as words, statements and sums of the page tell;
* ``compared``: figures of another period, and by how much something is more or less;
* ``repeated`` and ``awards``: what a page says twice;
* ``settle``: one reason a row, the first that holds.

What only several pages tell together, copies and events told twice, is for ``extract.audit`` and ``views.sql``.
"""
