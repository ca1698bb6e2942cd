"""Mirrors of sites, as wget and HTTrack leave them: the path of a file tells its address."""

from __future__ import annotations

from urllib.parse import quote

import regex

_HOST = regex.compile(
    r"(?:[a-z0-9]++(?:-++[a-z0-9]++)*+\.)+(?:vn|com|net|org|info|edu|gov|asia|biz|name|pro)(?::\d{2,5})?",
    regex.IGNORECASE,
)
_SCHEMES = ("http", "https")
_NOT_QUOTED = "/:?=&%@+,;!$'()*~"
# wget --adjust-extension names what a script gave "xem.php?id=3.html".
_SCRIPT_AS_HTML = regex.compile(r"(\.(?:php|aspx?|jsp|do|cgi)\b.*|\?.+)\.html$", regex.IGNORECASE | regex.DOTALL)


def address_of(path: str) -> str | None:
    """The address of a mirrored file, where a folder on its way is named for a host; ``http`` unless a folder before
    that names the scheme (``wget --protocol-directories``).

    >>> address_of("mirror/phuong2.example.gov.vn/tin-tuc/hoc-bong.html")
    'http://phuong2.example.gov.vn/tin-tuc/hoc-bong.html'
    >>> address_of("https/phuong2.example.gov.vn/index.html"), address_of("xa.example.vn/xem.php?id=3.html")
    ('https://phuong2.example.gov.vn/', 'http://xa.example.vn/xem.php?id=3')
    >>> address_of("2023/trang.html") is None
    True
    """
    *folders, file = path.split("/")
    for depth, folder in enumerate(folders):
        if _HOST.fullmatch(folder):
            scheme = folders[depth - 1] if depth and folders[depth - 1] in _SCHEMES else "http"
            name = "" if file.lower() in {"index.html", "index.htm"} else _SCRIPT_AS_HTML.sub(r"\1", file)
            way = "/".join((folder, *folders[depth + 1 :], name))
            return f"{scheme}://{quote(way, safe=_NOT_QUOTED, errors='surrogateescape')}"
    return None
