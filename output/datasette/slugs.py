"""Names as parts of an address: readable, and one name back out of each. Pure."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote

from crawler.vietnamese.letters import fold

_NOT_LETTERS = re.compile(r"[\W_]+")


def slug(name: str) -> str:
    """Return a name without accents: "Bà Rịa - Vũng Tàu" → "ba-ria-vung-tau".

    Only for names that stay apart without their accents, as provinces do; people do not.
    """
    return _NOT_LETTERS.sub("-", fold(unicodedata.normalize("NFC", name))).strip("-")


def segment(text: str) -> str:
    """Return any text as one part of a path, spaces as "_": `name` gives it back."""
    return quote(text, safe="").replace("_", "%5F").replace("%20", "_")


def name(part: str) -> str:
    """Return the text of a part of a path as it came over the wire."""
    return unicodedata.normalize("NFC", unquote(part.replace("_", " "))).strip()[:300]
