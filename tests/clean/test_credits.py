"""Where the credit begins that ends the caption of a photo."""

from __future__ import annotations

import pytest

from extract.clean import CleanVocabulary
from extract.clean.credits import credit_start
from extract.rulefiles import load

WORDS = CleanVocabulary.load(load())


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        # Portals and papers of provinces.
        ("Lãnh đạo phường trao quà cho hộ nghèo. Ảnh: Hải Yến", "Ảnh: Hải Yến"),
        ("Lãnh đạo phường trao quà cho hộ nghèo (Ảnh: CTV)", "(Ảnh: CTV)"),
        ("Lãnh đạo phường trao quà cho hộ nghèo - Nguồn: Đài Truyền thanh xã", "Nguồn: Đài Truyền thanh xã"),
        ("Ảnh: T.T", "Ảnh: T.T"),
        ("- Ảnh: T.T", "- Ảnh: T.T"),
        ("| © TTXVN", "| © TTXVN"),
        ("Đoạn đường 300 m mới bê tông hóa | Ảnh: Minh Khang.", "Ảnh: Minh Khang."),
        # Agencies and archives of photos.
        ("Quang cảnh hội nghị © Báo Ấp Bắc", "© Báo Ấp Bắc"),
        ("Quang cảnh hội nghị. TTXVN", "TTXVN"),
        ("Nông dân thu hoạch lúa (Shutterstock)", "(Shutterstock)"),
        ("Die Arbeit am Acker. Foto: Jonas Weber/dpa", "Foto: Jonas Weber/dpa"),
        ("Una reunión en la plaza (Reuters/Ana Gil)", "(Reuters/Ana Gil)"),
        ("Ana Gil/AFP", "Ana Gil/AFP"),
        # None.
        ("Trao 45 suất học bổng cho học sinh nghèo", ""),
        ("Bà con xem hình: 3 tấm ảnh cũ của xã.", ""),
        ("Triển lãm ảnh: Quê hương đổi mới. Bà con 7 ấp đến xem. Có 300 lượt khách", ""),
        ("", ""),
    ],
)
def test_credits(caption: str, credit: str) -> None:
    assert caption[credit_start(caption, WORDS) :] == credit
