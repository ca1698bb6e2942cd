"""Text in, numbers out: what they count and measure, how exactly, and which of them are names and dates.

``LexVocabulary.load`` compiles the words of the rule files once; ``lex`` reads one text with them. One concept a file:

* how numbers are written: ``numbers`` (digits), ``words``, ``repairs`` (broken by spaces);
* what stands behind them: ``units``, ``money``, ``compounds``, put together by ``amounts``, ``spoken``,
  ``idioms`` and ``reading``;
* what stands before them: ``leads``, ``comparators``;
* what they make: ``ranges``, ``fractions``, ``nouns``, ``quantities``; ``names``, ``codes``, ``list_numbers``,
  ``periods``, ``shaped_periods`` and more that count nothing, which ``mentions`` and ``worded_mentions`` ask in turn;
* tables, whose heads tell what bare numbers below them count: ``rows``, ``heads``, ``columns``, ``cells`` and those
  that know one kind of column (``money_columns``, ``plan_columns``, ``year_heads`` and more);
* numbers and days that stand alone, as a field or a question holds them: ``numerals``, ``calendar``;
* ``composition`` (letters with their marks apart), ``candidates``, ``number_tokens`` (a number with its neighbours),
  ``isolated`` (what most of them are, at a glance) and ``scan``, the pass over a text.

Patterns are of ``re``, whose matches cost less than half of those of ``regex``, wherever they do not look backwards.
"""

from extract.lex.scan import lex
from extract.lex.vocabulary import LexVocabulary

__all__ = ["LexVocabulary", "lex"]
