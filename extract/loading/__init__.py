"""``extract.load``: a dataset in a notebook, as typed frames and as views that are safe to sum.

* ``data``: the tables, the views, and the same in Arrow, polars and DuckDB;
* ``counted``: rows of a table with their page and the reason that leaves them out, and what a view says of that;
* ``awards`` and ``rated_sets``: scholarships summed up by place and year, ratings with a column a level.
"""

from extract.loading.data import Data, load

__all__ = ["Data", "load"]
