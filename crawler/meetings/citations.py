"""Documents cited with a number and a letter suffix: "54-NQ/TW", "03/2019/QĐ-TTg", "88/UBND-VX".

Number and sign follow the rules of Decree 30/2020/NĐ-CP and Party Guidance 36-HD/VPTW. The kind is
read in the suffix, else in the word before; the issuer in words nearby, else in the suffix. A bare
"Nghị quyết 07" is no citation.
"""

from __future__ import annotations

import re
from datetime import date

from crawler.items import Citation
from crawler.meetings.document import Document, Span
from crawler.vietnamese.letters import UPPER

_NUMBER = re.compile(
    rf"(?P<no>\d(?<![\w/.,-].)\d{{0,4}}[a-d]?)(?P<year>\s?/\s?(?:19|20)\d\d)?\s?(?P<sep>[/-])\s?"
    rf"(?P<sign>[{UPPER}]{{1,}}[^\W\d_]*\d{{0,2}}(?:(?:[-/.&]"
    rf"|\s?[-/]\s?(?=[{UPPER}]{{2}}))[{UPPER}][^\W\d_]*\d{{0,3}})*)(?![\w])"
)
_KINDS = {
    "NQ": "nghị quyết", "NQLT": "nghị quyết liên tịch", "CT": "chỉ thị", "KL": "kết luận",
    "TB": "thông báo", "TBKL": "thông báo", "QĐ": "quyết định", "QĐI": "quy định",
    "QĐỊ": "quy định", "QYĐ": "quy định", "QC": "quy chế", "HD": "hướng dẫn", "KH": "kế hoạch",
    "BC": "báo cáo", "CV": "công văn", "TTR": "tờ trình", "NĐ": "nghị định", "TT": "thông tư",
    "TTLT": "thông tư liên tịch", "CTR": "chương trình", "CTRHĐ": "chương trình hành động",
    "CTHĐ": "chương trình hành động", "ĐA": "đề án", "CĐ": "công điện", "PL": "pháp lệnh",
    "UBTVQH": "nghị quyết", "CTPH": "chương trình phối hợp", "L": "lệnh", "PA": "phương án",
    "GM": "giấy mời", "TL": "thông lệnh", "TC": "thông cáo", "QĐND": "quyết định",
}  # fmt: skip
_WORDS = (
    "chương trình hành động|nghị quyết|chỉ thị|kết luận|thông báo|quyết định|quy định|quy chế"
    "|hướng dẫn|kế hoạch|báo cáo|công văn|tờ trình|nghị định|thông tư|chương trình|đề án|công điện"
    "|pháp lệnh|bộ luật|luật|văn bản|giấy mời|lệnh"
)
_WORD_BEFORE = re.compile(rf"({_WORDS})\s+(?:[\w-]+\s+){{0,2}}?(?:liên\s+tịch\s+)?(?:số\s*:?\s*)?$")
_NO_DOCUMENT_BEFORE = re.compile(
    r"(?:ban chỉ đạo|bcđ|tiểu ban|tổ|tổ công tác|đồn|trạm|km|quốc lộ|đường|tỷ lệ|lớp|khóa"
    r"|trung đoàn|lữ đoàn|sư đoàn)\s*$"
)
_ISSUERS = {
    "TTG": "Thủ tướng Chính phủ", "CP": "Chính phủ", "TU": "Tỉnh ủy", "HU": "Huyện ủy",
    "UBND": "UBND", "HĐND": "HĐND", "UBTVQH": "Ủy ban Thường vụ Quốc hội", "CTN": "Chủ tịch nước",
    "BTGTW": "Ban Tuyên giáo Trung ương", "BTCTW": "Ban Tổ chức Trung ương",
    "UBKTTW": "Ủy ban Kiểm tra Trung ương", "VPTW": "Văn phòng Trung ương Đảng",
    "BTTTT": "Bộ Thông tin và Truyền thông", "BGDĐT": "Bộ Giáo dục và Đào tạo", "BYT": "Bộ Y tế",
    "BNV": "Bộ Nội vụ", "BTC": "Bộ Tài chính", "BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng",
    "BTP": "Bộ Tư pháp", "BTNMT": "Bộ Tài nguyên và Môi trường", "ĐUK": "Đảng ủy Khối",
    "QH": "Quốc hội", "BTGTU": "Ban Tuyên giáo Tỉnh ủy", "VPCP": "Văn phòng Chính phủ",
}  # fmt: skip
_ISSUER = (
    r"ban\s+chấp\s+hành\s+trung\s+ương(?:\s+đảng)?|bch\s+trung\s+ương(?:\s+đảng)?"
    r"|bộ\s+chính\s+trị|ban\s+bí\s+thư(?:\s+trung\s+ương(?:\s+đảng)?)?"
    r"|thủ\s+tướng\s+chính\s+phủ|thủ\s+tướng|chính\s+phủ|quốc\s+hội"
    r"|ủy\s+ban\s+thường\s+vụ\s+quốc\s+hội"
    r"|trung\s+ương(?:\s+đảng)?"
    r"|(?:ban\s+)?(?:thường\s+trực|thường\s+vụ|chấp\s+hành|tuyên\s+giáo|tổ\s+chức|dân\s+vận"
    r"|nội\s+chính)(?:\s+đảng\s+bộ)?\s+(?:trung\s+ương|tỉnh\s+ủy|thành\s+ủy|huyện\s+ủy|thị\s+ủy"
    r"|quận\s+ủy|tỉnh|huyện)"
    r"|ban\s+tuyên\s+giáo\s+trung\s+ương|tỉnh\s+ủy|thành\s+ủy|huyện\s+ủy|thị\s+ủy|quận\s+ủy"
    r"|đảng\s+ủy(?:\s+khối)?"
    r"|(?:chủ\s+tịch\s+)?(?:ubnd|hđnd)\s+(?:tỉnh|huyện|thành\s+phố|thị\s+xã|quận|xã|phường)"
    r"|(?:chủ\s+tịch\s+)?ủy\s+ban\s+nhân\s+dân\s+(?:tỉnh|huyện|thành\s+phố)"
    r"|bộ\s+(?:tài\s+chính|nội\s+vụ|y\s+tế|công\s+an|quốc\s+phòng|tư\s+pháp|công\s+thương"
    r"|xây\s+dựng|thông\s+tin\s+và\s+truyền\s+thông|giáo\s+dục\s+và\s+đào\s+tạo)"
)
_ISSUER_AFTER = re.compile(
    rf"(?:\s*,?\s*\(?(?:ký\s+)?(?:ban\s+hành\s+)?(?:ngày"
    rf"|năm)\s+[\d/.-]+(?:\s+tháng\s+\d+\s+năm\s+\d+)?\)?)?\s*,?\s*(?:do"
    rf"|của)\s+(?P<issuer>{_ISSUER})(?!\w)"
)
_ISSUER_BEFORE = re.compile(
    rf"(?:của|do)\s+(?P<issuer>{_ISSUER})\s+(?:tại|theo|trong|về"
    rf"|ban\s+hành)\s+(?:[\w-]+\s+){{0,4}}(?:số\s*)?$"
)
_ISSUED = re.compile(
    r"\s*[,(]?\s*(?:(?:được\s+)?(?:ban\s+hành|ký)\s+)?(?:ngày\s*)(?P<d>[0-3]?\d)(?:\s?[/.-]\s?"
    r"|\s+tháng\s+)(?P<m>[01]?\d)"
    r"(?:\s?[/.-]\s?|\s+năm\s+)(?P<y>(?:19|20)\d\d)"
)
_ISSUED_AFTER_ISSUER = re.compile(rf"\s*,?\s*(?:do|của)\s+(?:{_ISSUER})\s*,?\s*(?=\(?ngày)")


def citations(document: Document) -> list[tuple[Citation, Span]]:
    """Return the documents cited, each number once, in the order of the text, and where."""
    by_number: dict[str, tuple[Citation, Span]] = {}
    for printed in _NUMBER.finditer(document.view):
        read = _read(document, printed)
        if read is None:
            continue
        known = by_number.get(read.number)
        if known:
            before = known[0]
            read = Citation(
                number=before.number,
                kind=before.kind or read.kind,
                issuer=before.issuer or read.issuer,
                issued_on=before.issued_on or read.issued_on,
            )
        span = known[1] if known else Span(printed.start(), printed.end())
        by_number[read.number] = (read, span)
    return list(by_number.values())


def _read(document: Document, printed: re.Match[str]) -> Citation | None:
    low = document.low
    before = low[max(0, printed.start() - 60) : printed.start()]
    if _NO_DOCUMENT_BEFORE.search(before):
        return None
    number = re.sub(r"\s+", "", printed.group())
    signs = [s.upper() for s in re.split(r"[-/.&]", printed["sign"].replace(" ", "")) if s]
    word = _WORD_BEFORE.search(before)
    letters = [re.sub(r"\d+$", "", s) for s in signs]
    kind = next((_KINDS[s] for s in letters if s in _KINDS), None)
    if "QH" in letters:
        kind = word[1] if word else "luật"
    # One sign may stand for two kinds: "Quy định số 37-QĐ/TW" is no quyết định.
    if word and "".join(w[0] for w in word[1].split()).upper() in letters:
        kind = word[1]
    if kind is None and word is None and not printed["year"] and letters[0] not in _ISSUERS:
        return None
    if len(signs) == 1 and not printed["year"] and word is None and letters[0] not in _KINDS:
        return None
    if kind is None:
        kind = word[1] if word and word[1] != "văn bản" else "công văn"
    issued_at = _ISSUED_AFTER_ISSUER.match(low, printed.end())
    issued = _ISSUED.match(low, issued_at.end() if issued_at else printed.end())
    return Citation(
        number=number,
        kind=kind,
        issuer=_issuer(document, printed, letters),
        issued_on=_day(issued),
    )


def _issuer(document: Document, printed: re.Match[str], letters: list[str]) -> str | None:
    low = document.low
    named = _ISSUER_AFTER.match(low, printed.end())
    if not named:
        named = _ISSUER_BEFORE.search(low, max(0, printed.start() - 90), printed.start())
    if named:
        return document.printed(Span(named.start("issuer"), named.end("issuer")))
    return next((_ISSUERS[s] for s in reversed(letters) if s in _ISSUERS), None)


def _day(issued: re.Match[str] | None) -> str | None:
    if not issued:
        return None
    try:
        return date(int(issued["y"]), int(issued["m"]), int(issued["d"])).isoformat()
    except ValueError:
        return None
