"""What the tests of the lexer share: the shipped vocabulary, compiled once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.lex import LexVocabulary, lex
from extract.model import Lexed
from extract.rulefiles import load


@pytest.fixture(scope="session")
def vocabulary() -> LexVocabulary:
    return LexVocabulary.load(load())


@pytest.fixture(scope="session")
def lexed(vocabulary: LexVocabulary) -> Callable[[str], Lexed]:
    return lambda text: lex(text, vocabulary)
