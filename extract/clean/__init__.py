"""Captures into judged blocks: parsers, boilerplate, title, date, byline. Every drop has a reason."""

from extract.clean.cleaned import Cleaned
from extract.clean.judge import judge
from extract.clean.vocabulary import CleanVocabulary

__all__ = ["CleanVocabulary", "Cleaned", "judge"]
