"""What offices and their work are called for short: "UBND" is "Ủy ban nhân dân". Pure.

Reports, readers and portals use both, in one sentence even.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.vietnamese.letters import fold

Term = tuple[str, ...]  # words in lower case without accents

# The forms of one thing, the fullest last.
_GROUPS = (
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("UBMTTQ", "UB MTTQ", "Ủy ban MTTQ", "Ủy ban Mặt trận Tổ quốc"),
    ("BTV", "Ban Thường vụ"),
    ("BCH", "Ban Chấp hành"),
    ("TP", "thành phố"),
    ("TX", "thị xã"),
    ("KT-XH", "KTXH", "kinh tế - xã hội"),
    ("ĐTC", "đầu tư công"),
    ("DTTS", "dân tộc thiểu số"),
    ("MTQG", "mục tiêu quốc gia"),
    ("QP-AN", "quốc phòng - an ninh"),
    ("ANTT", "an ninh trật tự"),
    ("ATGT", "an toàn giao thông"),
    ("ATTP", "an toàn thực phẩm"),
    ("PCCC", "phòng cháy, chữa cháy"),
    ("PCTN", "phòng, chống tham nhũng"),
    ("PCTT", "phòng, chống thiên tai"),
    ("GPMB", "giải phóng mặt bằng"),
    ("NTM", "nông thôn mới"),
    ("CCHC", "cải cách hành chính"),
    ("TTHC", "thủ tục hành chính"),
    ("CĐS", "chuyển đổi số"),
    ("CNTT", "công nghệ thông tin"),
    ("HTX", "hợp tác xã"),
    ("BHXH", "bảo hiểm xã hội"),
    ("BHYT", "bảo hiểm y tế"),
    ("GD&ĐT", "GDĐT", "giáo dục và đào tạo"),
    ("KH&CN", "KHCN", "khoa học và công nghệ"),
    ("TN&MT", "TNMT", "tài nguyên và môi trường"),
    ("NN&PTNT", "nông nghiệp và phát triển nông thôn"),
    ("NN&MT", "nông nghiệp và môi trường"),
    ("VHTT&DL", "VH,TT&DL", "văn hóa, thể thao và du lịch"),
    ("LĐTB&XH", "LĐ-TB&XH", "lao động, thương binh và xã hội"),
)
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> Term:
    """Return the words of a text as terms have them."""
    return tuple(_WORD.findall(fold(text)))


_FORMS: dict[Term, list[str]] = {words(form): list(group) for group in _GROUPS for form in group}
_LONGEST = max(map(len, _FORMS))


def forms(term: Term) -> list[str]:
    """Return every form of what a term says, as it is written; none for a term that has one."""
    return _FORMS.get(term, [])


def terms(said: Sequence[str]) -> list[Term]:
    """Return words with those that are one term together: "họp", "ủy ban nhân dân", "tỉnh"."""
    found: list[Term] = []
    at = 0
    while at < len(said):
        lengths = range(min(_LONGEST, len(said) - at), 0, -1)
        length = next((n for n in lengths if tuple(said[at : at + n]) in _FORMS), 1)
        found.append(tuple(said[at : at + length]))
        at += length
    return found


def in_full(text: str) -> str:
    """Return the words of a text with every term in its fullest form, between spaces."""
    full = (words(forms(term)[-1]) if forms(term) else term for term in terms(words(text)))
    return f" {' '.join(word for term in full for word in term)} "
