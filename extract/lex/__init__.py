"""Text in, numbers out: what they count and measure, how exactly, and which of them are names and dates.

``LexVocabulary.load`` compiles the words of the rule files once; ``lex`` reads one text with them. One concept a file:
``numbers`` and ``words`` (how numbers are written), ``money``, ``units``, ``amounts`` (a number with its unit), ``leads`` (the
words before it), ``comparators``, ``ranges``, ``fractions``, ``nouns``, ``names`` and ``periods`` (what is no quantity), and ``scan``, which
puts them together.
"""

from extract.lex.scan import lex
from extract.lex.vocabulary import LexVocabulary

__all__ = ["LexVocabulary", "lex"]
