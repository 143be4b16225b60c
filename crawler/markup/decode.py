"""Bytes of a page → its text → its tree.

The label of a page is a hint, not a fact: portals label UTF-8 as windows-1258, save UTF-16 under
a UTF-8 label and serve text that was decoded wrongly once already (mojibake).
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

# Larger pages are cut: no article is that long, and parsing must stay within its second.
MAX_BYTES = 1_500_000
# Pictures written into the page are most of what makes real pages large.
_INLINE_DATA = re.compile(rb"data:[\w/+.-]{0,60};base64,[A-Za-z0-9+/=\s%]{200,}")
# A tag of a thousand attributes is no portal's, and costs the parser the square of them.
_LONG = 8_000
_LONG_TAG = re.compile(rf"<([a-zA-Z][\w:-]{{0,40}})[^<>]{{{_LONG},}}>")
_MOST_ATTRIBUTES = 500
_UNSEEN = ((b"<script", b"</script>"), (b"<style", b"</style>"), (b"<!--", b"-->"))
_LONG_VALUE = re.compile(rb'"[^"<>]{20000,}"')  # ASP.NET's view state, a picture
# Browsers show what stands behind these all the same; the parser reads no further.
_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABEL = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# What XML cannot hold, and no reader sees; those of one byte, which in UTF-8 are nothing else.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_CONTROL_BYTES = bytes(range(0x80)).translate(None, bytes(range(0x20, 0x7F)) + b"\t\n\r")
_ELEMENTS = etree.ElementDefaultClassLookup(element=HtmlElement)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# UTF-8 read as windows-1252: every Vietnamese text gets these pairs within a few words.
_MOJIBAKE = re.compile("á[º»][\\S\u00a0]|Ä[\u2018\u0091\u0090‘]|Ã[\u0080-\u00bf¡-¿]|Æ[°¡]")
_BROKEN = ("áº", "á»", "Ä", "Ã", "Æ")  # how each of them begins
_VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹđơưăâêô]", re.IGNORECASE)


def decode(body: bytes, label: str | None = None, most: int = MAX_BYTES) -> str:
    """Return the text of a page, whatever it says its charset is. Never raises.

    `label` is the charset of the response's header, if any; no more than `most` bytes are read.
    NUL and other control characters are taken out.
    """
    if len(body) > MAX_BYTES // 4:
        body = _INLINE_DATA.sub(b"data:,", body)
    if len(body) > most:
        body = _without_weight(body)
    body = body[:most]
    text = _decode(body, label)
    if _has_long_tag(text):
        text = _LONG_TAG.sub(_without_attributes, text)
    return _mend(_XML_DECLARATION.sub("", text, count=1))


def _without_weight(body: bytes) -> bytes:
    """Return a page too large to be read whole without what nobody sees: scripts and long values.

    Else the article that stands behind them would be cut off.
    """
    for begin, end in _UNSEEN:
        lower, kept, at = body.lower(), [], 0
        while (start := lower.find(begin, at)) >= 0 and (close := lower.find(end, start)) >= 0:
            kept.append(body[at:start])
            at = close + len(end)
        body = b"".join(kept) + body[at:]
    return _LONG_VALUE.sub(b'""', body)


def _has_long_tag(text: str) -> bool:
    """Tell whether `_LONG` characters and more stand anywhere without a "<" among them."""
    at = 0
    while at + _LONG < len(text):
        opening = text.rfind("<", at, at + _LONG + 1)
        if opening < 0:
            return True
        at = opening + 1
    return False


def _without_attributes(tag: re.Match[str]) -> str:
    return f"<{tag[1]}>" if len(tag[0].split()) > _MOST_ATTRIBUTES else tag[0]


def parse(text: str) -> HtmlElement | None:
    """Return the tree of a page or fragment, None when there is nothing in it. Never raises.

    Comments and processing instructions are dropped.
    """
    if not text.strip():
        return None
    parser = HTMLParser(
        remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=True, recover=True
    )
    # One class for all elements: lxml.html chooses each in Python, for the sake of forms.
    parser.set_element_class_lookup(_ELEMENTS)
    try:
        return document_fromstring(_ENDS.sub("", text).encode("utf-8", "ignore"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _decode(body: bytes, label: str | None) -> str:
    for mark, name in _BOMS:
        if body.startswith(mark):
            return CONTROLS.sub("", body[len(mark) :].decode(name, "replace"))
    if wide := _utf16_without_mark(body):
        return CONTROLS.sub("", body.decode(wide, "replace"))
    text = _utf8(body.translate(None, _CONTROL_BYTES))
    if text is None:
        return CONTROLS.sub("", _labelled(body, label))
    return text.replace("\ufffe", "").replace("\uffff", "")


def _utf8(body: bytes) -> str | None:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        # A page cut in the middle of a character is still UTF-8.
        return body[: error.start].decode("utf-8") if error.start >= len(body) - 3 else None


def _labelled(body: bytes, label: str | None) -> str:
    """The text in the charset that the header or the page names, else what UTF-8 there is."""
    label_in_page = _LABEL.search(body[:4096])
    names = [label, label_in_page[1].decode("ascii") if label_in_page else None]
    for charset in map(_known, names):
        if charset and charset not in {"utf-8", "utf-16-le", "utf-16-be", "utf-16"}:
            return unicodedata.normalize("NFC", body.decode(charset, "replace"))
    loose = body.decode("utf-8", "replace")
    if loose.count("\ufffd") * 50 < len(loose):
        return loose.replace("\ufffd", "")
    return unicodedata.normalize("NFC", body.decode("cp1258", "replace"))


def _utf16_without_mark(body: bytes) -> str | None:
    """Mark-up in UTF-16 has a NUL beside every "<" and every Latin letter."""
    head = body[:2000]
    if len(head) < 8 or head.count(0) * 4 < len(head):
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 4 * (even + 1):
        return "utf-16-le"
    return "utf-16-be" if even > 4 * (odd + 1) else None


def _known(name: str | None) -> str | None:
    if not name:
        return None
    try:
        charset = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    # Vietnamese in a page labelled as Western is windows-1258: they differ in its letters alone.
    return "cp1258" if charset in {"cp1252", "iso8859-1", "ascii"} else charset


def _mend(text: str) -> str:
    """Undo mojibake, only when certain: many broken pairs, and a text that comes out whole."""
    if sum(map(text.count, _BROKEN)) < 8:
        return text
    broken = len(_MOJIBAKE.findall(text))
    if broken < 8 or len(_VIETNAMESE.findall(text)) > broken:
        return text
    import ftfy  # noqa: PLC0415  (few pages need it, and it loads tables)

    mended = ftfy.fix_encoding(text)
    return mended if len(_MOJIBAKE.findall(mended)) * 10 < broken else text
