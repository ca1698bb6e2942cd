"""What leaves for other programs and for people: tables as CSV and workbooks, samples as forms to fill in.

* ``workbook``: sheets in which text is text, never a formula;
* ``delimited``: the same for CSV;
* ``sample_form``, ``filled_form``: the form of ``baocao audit sample``, written and read back.
"""
