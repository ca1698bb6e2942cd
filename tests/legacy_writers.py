"""Text into the bytes of the charsets that pages were written in: the other direction of ``extract.decode``.

The tables are spelled out letter by letter, so that they do not share a mistake with those that read.
"""

from __future__ import annotations

import unicodedata

import viscii  # type: ignore[import-untyped]

_TCVN3 = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂĐÊÔƠƯ",
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ¡¢§£¤¥¦",
        strict=True,
    )
)

_VNI = dict(
    pair.split(":")
    for pair in """
    á:aù à:aø ả:aû ã:aõ ạ:aï â:aâ ấ:aá ầ:aà ẩ:aå ẫ:aã ậ:aä ă:aê ắ:aé ằ:aè ẳ:aú ẵ:aü ặ:aë đ:ñ
    é:eù è:eø ẻ:eû ẽ:eõ ẹ:eï ê:eâ ế:eá ề:eà ể:eå ễ:eã ệ:eä í:í ì:ì ỉ:æ ĩ:ó ị:ò
    ó:où ò:oø ỏ:oû õ:oõ ọ:oï ô:oâ ố:oá ồ:oà ổ:oå ỗ:oã ộ:oä ơ:ô ớ:ôù ờ:ôø ở:ôû ỡ:ôõ ợ:ôï
    ú:uù ù:uø ủ:uû ũ:uõ ụ:uï ư:ö ứ:öù ừ:öø ử:öû ữ:öõ ự:öï ý:yù ỳ:yø ỷ:yû ỹ:yõ ỵ:î
    """.split()  # noqa: SIM905 - a table is easier to read
)
_VNI |= {letter.upper(): written.upper() for letter, written in _VNI.items()}
_VISCII = {letter: chr(code) for code, letter in enumerate(viscii.decoding_table)}
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def tcvn3(text: str) -> bytes:
    """As typed in the .VnTime fonts: capitals with a tone are small letters, which .VnTimeH shows as capitals."""
    return "".join(_TCVN3.get(letter, _TCVN3.get(letter.lower(), letter)) for letter in text).encode("windows-1252")


def vni(text: str) -> bytes:
    return "".join(_VNI.get(letter, letter) for letter in text).encode("windows-1252")


def to_viscii(text: str) -> bytes:
    return "".join(_VISCII[letter] for letter in text).encode("latin-1")


def windows_1258(text: str) -> bytes:
    """As Windows writes Vietnamese: a letter with its circumflex, breve or horn, then the tone by itself."""
    written = []
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in apart if mark in _TONES)
        written.append(unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in _TONES)) + tones)
    return "".join(written).encode("windows-1258")


def nfd(text: str) -> bytes:
    return unicodedata.normalize("NFD", text).encode()


def saved_as_utf_8(data: bytes) -> bytes:
    """What a tool makes of bytes when it takes them for the charset of the West, and saves them as UTF-8."""
    return "".join(bytes([code]).decode("windows-1252", "ignore") or chr(code) for code in data).encode()
