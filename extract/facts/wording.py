"""Words that tell how the doings of a sentence hang together: verbs, and the names of school levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.facts.worth import Worth
from extract.text import any_of, fold, whole_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.rulefiles import RuleFiles

_LEAD_IN = 60
"""More characters than lead in to what a sentence says."""
_CHANGE = 24
"""So many characters hold the words before a change: "tăng thêm hơn"."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Sections of the rule files: verbs, spellings of labels, what restarts, what costs nothing, people alike."""

    verbs: regex.Pattern[str]
    giving: regex.Pattern[str]
    """The same without verbs that tell who gets what was given: "THCS được nhận 121 suất"."""
    labels: dict[str, str]
    label: regex.Pattern[str]
    groups: dict[str, str]
    """Spellings of those who get awards, which tell prices of one list apart as labels do."""
    group: regex.Pattern[str]
    restart: regex.Pattern[str]
    lead_in: regex.Pattern[str]
    """What may stand before the phrase that opens a sentence: "Trong đợt trao học bổng lần này,"."""
    same_measure: regex.Pattern[str]
    """All between two amounts of one measure: "/người, tăng", "(năm 2025:"."""
    costless: frozenset[str]
    people: frozenset[str]
    """Units of people who may stand beside each other in one list."""
    changed: regex.Pattern[str]
    """Leads to a number that is a change."""
    compared: regex.Pattern[str]
    """Up to what a change is told against."""
    worth: Worth
    apart: dict[str, regex.Pattern[str]]
    """By indicator: what a price names that is for something else."""
    each_head: regex.Pattern[str]
    """In the head of a column of prices."""
    in_series: regex.Pattern[str]
    """All between two of a series: ", ", " và "."""
    joined: regex.Pattern[str]
    """All between the last two things of a list, matched backwards: " cùng ", ", và "."""
    beside: regex.Pattern[str]
    """At the end of a text behind which something else is named beside what it names."""
    beside_behind: regex.Pattern[str]
    """The same, behind what is named."""
    joins_behind: regex.Pattern[str]
    """Behind a thing from a word that joins another to it."""
    joins_groups: regex.Pattern[str]
    """All between two groups of a list: "27 em cấp 1 (số tiền 27 triệu đồng), 15 em cấp 2"."""

    @classmethod
    def load(cls, files: RuleFiles) -> Wording:
        """Compile the words. A longer word that is no verb hides the verb it begins with: "phát triển", "phát"."""
        verbs = files.words("doing_verbs")
        others = files.words("no_doing_verbs")
        labels, groups = _spellings("label_spellings", files), _spellings("group_spellings", files)
        restarts, joining, also = files.words("restarts"), files.any_of("joining_words"), files.any_of("and_words")
        return cls(
            verbs=_verbs(verbs, others),
            giving=_verbs(verbs, others | files.words("getting_words")),
            labels=labels,
            label=regex.compile(whole_word(any_of(labels))),
            groups=labels | groups,
            group=regex.compile(whole_word(any_of(labels | groups))),
            restart=regex.compile(rf"\s*{any_of(restarts)}(?!\w)"),
            lead_in=regex.compile(rf"\s*{files.any_of('lead_ins')}(?!\w)[^,;:.()\d]{{0,{_LEAD_IN}}}+,\s*"),
            same_measure=regex.compile(
                rf"(?:\s*/\s*[\p{{L}} ]+?)*[\s,;:()]*(?:{files.any_of('same_measure')}(?!\w)[\s,:()]*)*+"
            ),
            costless=files.words("costless"),
            people=files.words("people_alike"),
            changed=regex.compile(
                rf"(?<!\w){files.any_of('more_words', 'less_words')}\s+(?:{files.any_of('change_leads')}\s+)?$"
            ),
            compared=regex.compile(
                rf"(?:[^.;,\n]|(?<=\d)[.,](?=\d))*?(?<!\w)(?:so|{files.any_of('compared_to')})(?!\w)"
            ),
            worth=Worth.load(files),
            apart=_priced_apart(files),
            each_head=regex.compile(
                rf"(?<!\w)(?!{files.any_of('no_each_heads')}(?!\w)){files.any_of('each_heads')}(?!\w)"
            ),
            in_series=regex.compile(rf"\s*,\s*|\s*,?\s*{files.any_of('series_words')}\s+"),
            joined=regex.compile(rf"(?r)\s*(?:,\s*)?(?<!\w){joining}\s+"),
            beside=regex.compile(rf"(?:,|(?<!\w){also}(?!\w))\s*$"),
            beside_behind=regex.compile(rf"\s*(?:,|{also}(?!\w))"),
            joins_behind=regex.compile(rf"\s+{joining}\s"),
            joins_groups=regex.compile(rf"[^.;:()\n]*(?:\([^()\n]*\)[^.;:()\n]*)?(?:,|,? {joining})\s*+"),
        )

    def is_change(self, folded: str, since: int, start: int, end: int) -> bool:
        """Whether a number at ``start:end`` is by how much something grew or shrank against what is named behind it.

        >>> from extract.rulefiles import load
        >>> text = "trao 133 suất, tăng 41 suất so với năm trước"
        >>> Wording.load(load()).is_change(text, 0, 20, 27)
        True
        """
        changed = self.changed.search(folded, max(since, start - _CHANGE), start) is not None
        return changed and self.compared.match(folded, end) is not None

    def verbs_in(self, folded: str, start: int, end: int) -> Iterator[regex.Match[str]]:
        """The verbs of doing in a stretch of folded text, in order."""
        return (found for found in self.verbs.finditer(folded, start, max(start, end)) if found["verb"])

    def has_verb(self, folded: str, start: int, end: int) -> bool:
        """Whether a verb of doing stands there: then what follows is done on its own.

        >>> from extract.rulefiles import load
        >>> wording = Wording.load(load())
        >>> wording.has_verb("20 suất và tặng 5 xe đạp", 8, 15), wording.has_verb("và phát triển 3 mô hình", 0, 14)
        (True, False)
        """
        return next(self.verbs_in(folded, start, end), None) is not None

    def labels_in(self, folded: str) -> frozenset[str]:
        """The labels named in a folded text, in their normal spelling.

        >>> from extract.rulefiles import load
        >>> sorted(Wording.load(load()).labels_in("học bổng khuyến học bậc trung học cơ sở"))
        ['khuyến học', 'thcs']
        """
        return frozenset(self.labels[found[0]] for found in self.label.finditer(folded))

    def groups_in(self, folded: str) -> frozenset[str]:
        """The labels and those who get awards that a folded text names, in their normal spelling.

        >>> from extract.rulefiles import load
        >>> sorted(Wording.load(load()).groups_in("14 hs tiểu học, 6 tân sinh viên"))
        ['học sinh', 'sinh viên', 'tiểu học']
        """
        return frozenset(self.groups[found[0]] for found in self.group.finditer(folded))

    def gives(self, folded: str, start: int, end: int) -> bool:
        """Whether a verb of doing stands there that tells of more than who gets what was given.

        >>> from extract.rulefiles import load
        >>> wording = Wording.load(load())
        >>> wording.gives("20 suất. thcs được trao 12 suất", 8, 25), wording.gives("20 suất. hội trao 12 suất", 8, 20)
        (False, True)
        """
        return any(found["verb"] for found in self.giving.finditer(folded, start, max(start, end)))

    def costs(self, indicator: str) -> bool:
        """Whether money is given or spent on what an indicator counts.

        >>> from extract.rulefiles import load
        >>> wording = Wording.load(load())
        >>> wording.costs("house.built"), wording.costs("participant"), wording.costs("party.members")
        (True, False, False)
        """
        return not self.costless.intersection((indicator, indicator.partition(".")[0]))

    def is_for_another(self, indicator: str, words: str, own: str) -> bool:
        """Whether the words before a price name something else than what is counted, and not that (``own``).

        >>> from extract.rulefiles import load
        >>> wording = Wording.load(load())
        >>> words = "mỗi hộ được một phần quà trị giá"
        >>> wording.is_for_another("scholarship", words, "học bổng"), wording.is_for_another("gift.given", words, "quà")
        (True, False)
        """
        apart = self.apart.get(indicator)
        return apart is not None and apart.search(words) is not None and not (own and own in words)

    def is_named_alone(self, thing: str, words: str) -> bool:
        """Whether the words of an amount name a thing, and nothing beside it.

        >>> from extract.rulefiles import load
        >>> wording = Wording.load(load())
        >>> wording.is_named_alone("học bổng", "tổng trị giá các suất học bổng là")
        True
        >>> wording.is_named_alone("học bổng", "cộng cả học bổng, quà tặng")
        False
        """
        start = words.find(thing)
        if start < 0:
            return False
        behind = words[start + len(thing) :]
        return self.beside.search(words[:start]) is None and self.beside_behind.match(behind) is None

    def is_named_with(self, thing: str, words: str) -> bool:
        """Whether words name a thing together with another.

        >>> from extract.rulefiles import load
        >>> wording = Wording.load(load())
        >>> wording.is_named_with("học bổng", "học bổng và quà trị giá"), wording.is_named_with("quà", "quà trị giá")
        (True, False)
        """
        start = words.find(thing)
        if start < 0:
            return False
        end = start + len(thing)
        return self.joined.match(words, 0, start) is not None or self.joins_behind.match(words, end) is not None

    def leads_in(self, folded: str, start: int, end: int) -> bool:
        """Whether all that stands between two places only leads in to what follows.

        >>> from extract.rulefiles import load
        >>> wording = Wording.load(load())
        >>> wording.leads_in("trong đợt này, mỗi em", 0, 15), wording.leads_in("hội tặng quà, mỗi em", 0, 14)
        (True, False)
        """
        return end - start <= 2 * _LEAD_IN and self.lead_in.fullmatch(folded, start, end) is not None

    def restarts(self, folded: str, start: int) -> bool:
        """Whether the sentence that begins at ``start`` turns to something new: "Ngoài ra", "Cùng ngày"."""
        return self.restart.match(folded, start) is not None


def _priced_apart(files: RuleFiles) -> dict[str, regex.Pattern[str]]:
    sections = (section.mapping() for section in files.sections("priced_apart"))
    return {
        key: regex.compile(whole_word(any_of(map(fold, node.texts())))) for one in sections for key, node in one.items()
    }


def _verbs(verbs: frozenset[str], others: frozenset[str]) -> regex.Pattern[str]:
    """A pattern of verbs, each the group ``verb``; ``others`` hide those that they hold."""
    return regex.compile(rf"(?<!\w)(?:{any_of(others)}|(?P<verb>{any_of(verbs - others)}))(?!\w)")


def _spellings(section: str, files: RuleFiles) -> dict[str, str]:
    """From the spellings of a section to their normal one, all folded."""
    return {
        fold(spelling): fold(name)
        for node in files.sections(section)
        for name, others in node.mapping().items()
        for spelling in (name, *others.texts())
    }
