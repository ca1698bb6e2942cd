"""What the tests of the lexer share: the shipped vocabulary, compiled once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.lex import LexVocabulary, lex
from extract.rulefiles import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.model import Lexed


@pytest.fixture(scope="session")
def vocabulary() -> LexVocabulary:
    return LexVocabulary.load(load())


@pytest.fixture(scope="session")
def lexed(vocabulary: LexVocabulary) -> Callable[[str], Lexed]:
    return lambda text: lex(text, vocabulary)
