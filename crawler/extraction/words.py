"""What words and names say of a line or an element: furniture, a box's heading, an imprint.

The tables are in `furniture_lines.py`, `box_headings.py` and `furniture_names.py`.
"""

from __future__ import annotations

import re

from crawler.extraction.box_headings import BOX_HEADING
from crawler.extraction.furniture_lines import FURNITURE_LINE, IMPRINT
from crawler.extraction.rules import folded, key

_BAR = re.compile(r"\s*[|•·]\s*|\]\s*\[|\s{2,}|\s[-–]\s")


# Labels that stand before links: tags, files.
_LINK_LABEL = re.compile(
    r"(?:tags?|tu khoa|the|nhan|chu de|keywords?|dinh kem|tai ve|download|chia se|share"
    r"|(?:cac )?(?:tep|file|tap tin|van ban|tai lieu)(?: tin)?(?: dinh)? kem(?: theo)?)\b"
)

_BETWEEN_LINKS = re.compile(r"\s*[|•·»›>/\[\]]\s*|\s[-–]\s")


def is_furniture_line(text: str) -> bool:
    """Tell whether a line is furniture by its words alone."""
    if len(text) > 240:
        return False
    line = key(text)
    if not line or FURNITURE_LINE.find(line):
        return True
    # A bar of buttons: "Bản in | Gửi email | Chia sẻ".
    parts = _BAR.split(text)
    return len(parts) > 1 and all(not (part := key(p)) or FURNITURE_LINE.find(part) for p in parts)


def labels_links(text: str, linked: int) -> bool:
    """Tell whether a line is a label and links only: "Từ khóa giao ban, đảng bộ"."""
    label = _LINK_LABEL.match(key(text)) if linked and len(text) < 300 else None
    return label is not None and len(text) - linked <= label.end() + 6 + 0.15 * len(text)


def is_link_bar(text: str, linked: int) -> bool:
    """Tell whether a line is links with bars between: "Giới thiệu | Tin tức | Liên hệ"."""
    bars = _BETWEEN_LINKS.findall(text) if linked else []
    return len(bars) > 1 and len(text) - linked <= sum(map(len, bars))


def is_box_heading(text: str) -> bool:
    """Tell whether a line heads a box of other news, comments, polls or links."""
    return len(text) <= 60 and bool(BOX_HEADING.find(key(text)))


def is_imprint(text: str) -> bool:
    """Tell whether a line belongs to the site's imprint (licence, address, publisher)."""
    return len(text) <= 400 and bool(IMPRINT.find(folded(text)))
