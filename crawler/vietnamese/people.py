"""Vietnamese names and offices: telling "Nguyễn Văn A" from "Phó Bí thư Huyện ủy" beside it.

A name is two to six words in capitals; beside an office without any separator ("Chủ tịch UBND
huyện Lâm Thao Trần Hoài Giang") surnames, usual middle names and lengths tell where it begins.
"""

from __future__ import annotations

import re

from crawler.vietnamese.alternation import any_of, any_word, parted
from crawler.vietnamese.letters import UPPER
from crawler.vietnamese.provinces import PROVINCES_THEN
from crawler.vietnamese.surnames import COMMON, MIDDLE, NEVER_A_PLACE, is_surname

_TOKEN = re.compile(rf"[{UPPER}](?:[^\W\d_]|['.-](?=[^\W\d_]))*'?")
_ONE_WORD = re.compile(r"[HKY]'[^\W\d_]{2,}")  # "K'Mák": a whole name of the Central Highlands
_RUN = re.compile(rf"{_TOKEN.pattern}(?:\s+{_TOKEN.pattern}){{1,5}}(?=\s)")
# Words no name begins with, though they are written with a capital.
_NO_NAME = re.compile(
    r"(?:ban|sở|hội|huyện|tỉnh|thành ủy|thị ủy|đảng|ubnd|hđnd|mttq|ubmttq\w*|ủy|bộ|bch|ttg|đbqh"
    r"|cụm|khối|phòng"
    r"|trung tâm|quốc hội|chính phủ|hội nghị|hội trường|nhà|thường|xã|phường|quận|thị xã|thị trấn"
    r"|thành phố|tp|trụ sở|sáng|chiều|tối|ngày|tại|trong|sau|mặt trận|nhân dân|công an|việt nam"
    r"|trung ương|liên đoàn|tổ chức|văn phòng|quân|nghị quyết|chủ|phó|trưởng|bí|giám|tổng|chánh"
    r"|bthu|btv|hồ chí minh|đồng chí|các|cùng|với|theo|đến|dự)(?!\w)"
)
OFFICE_WORDS = (
    r"phó|bí thư|chủ tịch|ủy viên|uv\w*|ủv\w*|tuv|huv|thuv|đuv|quv|tvtu|trưởng(?!\s+thành)"
    r"|giám đốc|tổng giám đốc|tổng biên tập"
    r"|tổng bí thư|tổng thư ký|tổng cục trưởng|cục trưởng|cục phó|vụ trưởng|vụ phó"
    r"|chi cục trưởng|phó tổng"
    r"|chánh|thường trực|thường vụ|tỉnh ủy viên|huyện ủy viên|thành ủy viên|thị ủy viên"
    r"|quận ủy viên|đảng ủy viên"
    r"|viện trưởng|viện phó|chỉ huy trưởng|chỉ huy phó|chính ủy|chính trị viên|tư lệnh|bộ trưởng"
    r"|thứ trưởng"
    r"|hiệu trưởng|hiệu phó|chủ nhiệm|thủ tướng|đại biểu|thành viên|quyền|q\.|nguyên|pct|ct|bt|pbt"
    r"|cụm trưởng|cụm phó|tổ trưởng|tổ phó|đội trưởng|kiểm sát viên|thẩm phán|chánh án"
    r"|kế toán trưởng|thư ký|phụ trách"
    r"|khối trưởng|khối phó|trạm trưởng|đồn trưởng|tham mưu trưởng|kiêm|đồng trưởng|trợ lý"
    r"|xã đội trưởng|ban trưởng|bthư|chánh văn phòng|bí thứ|kiểm toán trưởng"
)
OFFICE = re.compile(rf"{any_of(OFFICE_WORDS)}(?!\w)")
_UNIT_BEFORE = re.compile(
    r"(?:(?:^|\s)(?:tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|thành phố|đặc khu|ủy|tp|tp\.|tx\.?"
    r"|tt\.?|thôn|ấp|khối|cụm"
    r"|sở|công an|đảng bộ|(?<!trưởng )ban|đoàn))\s*$"
)
_PROVINCE_BEFORE = re.compile(r"(?<!\w)tỉnh(?:\s+ủy)?\s*$")
_HONOURS = r"đồng\s+chí|đồng\s+chi|đ/c|đ\.c|đ/\s?c|đc|ông|bà|anh|chị"
_SO_MANY = (
    "các",
    *(
        rf"{n}(?=\s+(?:đồng\s+chí|đ/c|ông))"
        for n in ["hai", "ba", "bốn", "02", "03", "04", "2", "3", "4"]
    ),
)
_ADDRESSES = "|".join((*(rf"{many}\s+(?:{_HONOURS})" for many in _SO_MANY), _HONOURS))
_RANKS = "|".join(
    rf"{rank}\s+(?:tá|úy|tướng|đô đốc)" for rank in ["đại", "thượng", "trung", "thiếu", "chuẩn"]
)
_DEGREES = (
    r"pgs|gs|tskh|ts|ths|th\.s|bs\.?\s?ck\s?i{1,2}|bs|bác sĩ|bác sỹ|ck\s?i{1,2}|thạc sĩ|thạc sỹ"
    r"|tiến sĩ|tiến sỹ|luật sư|nhà báo|nhà văn|nhà thơ|nhà giáo|kỹ sư|ks|dược sĩ|nghệ sĩ ưu tú"
    r"|nsưt|cn|hòa thượng|thượng tọa|đại đức|linh mục|giáo sư|phó giáo sư|thầy|cô"
)
_TITLED = "|".join(
    (
        *(rf"{address}(?:\s*[:.])?" for address in parted(_ADDRESSES)),
        _RANKS,
        *(rf"{degree}\.?" for degree in parted(_DEGREES)),
    )
)
HONORIFIC = re.compile(rf"\s*{any_of(_ADDRESSES)}(?:\s*[:.])?(?!\w)")
TITLED = re.compile(rf"{any_of(_TITLED)}(?!\w)")
TITLED_AT = re.compile(any_word(_TITLED))  # "ông" as a word, not the end of "công"
_TITLES = re.compile(rf"\s*(?:{any_of(_TITLED)}(?!\w)[\s,.:-]*+)++")


def skip_titles(low: str, start: int, end: int) -> int:
    """Return where in `low[start:end]` honorifics and ranks end ("đồng chí", "Đại tá, TS.")."""
    title = _TITLES.match(low, start, end)
    return title.end() if title else start


def is_name(view: str, low: str, start: int, end: int) -> bool:
    """Tell whether `view[start:end]` is a whole name and nothing else."""
    words = view[start:end].split()
    if not words or not words[0][0].isupper():
        return False
    if len(words) == 1:
        return _ONE_WORD.fullmatch(words[0]) is not None
    if not 2 <= len(words) <= 6 or _NO_NAME.match(low, start, end) or OFFICE.match(low, start, end):
        return False
    return all(_TOKEN.fullmatch(word) for word in words) and any(len(w) > 1 for w in words)


def is_sure_name(view: str, low: str, start: int, end: int) -> bool:
    """Tell whether `view[start:end]` is a name that begins with a known surname."""
    return is_name(view, low, start, end) and is_surname(view[start:end].split(maxsplit=1)[0])


def name_at_end(view: str, low: str, start: int, end: int, *, loose: bool = True) -> int | None:
    """Return where a name begins that closes an office without separator, None when none does.

    `loose`: the office so far is still without a name, so that even a short or odd one is likely.
    """
    *_, last = view[start:end].rsplit(maxsplit=1) or ("",)
    if not last[:1].isupper():
        return None
    words = list(re.finditer(r"\S+", view[start:end]))
    run: list[re.Match[str]] = []
    for word in reversed(words):
        if not _TOKEN.fullmatch(word.group()):
            break
        run.insert(0, word)
    if len(run) == 1 and _ONE_WORD.fullmatch(run[0].group()):
        return start + run[0].start()
    if len(run) < 2:
        return None
    before = low[start : start + run[0].start()]
    if _PROVINCE_BEFORE.search(before):
        return _after_province(view, low, start, run, loose)
    after_unit = _UNIT_BEFORE.search(before) is not None
    best, best_score = None, 1.5
    for skipped in range(0, min(len(run) - 1, 5)):
        begin = start + run[skipped].start()
        score = _score([word.group() for word in run[skipped:]], skipped, after_unit)
        if score > best_score and not _NO_NAME.match(low, begin, end):
            best, best_score = begin, score
    if best is not None and not loose and after_unit and best == start + run[0].start():
        return None  # "Chủ tịch UBND huyện Lâm Thao" after a name: the place
    return best


def _after_province(
    view: str, low: str, start: int, run: list[re.Match[str]], loose: bool
) -> int | None:
    """Return where the name begins after "tỉnh" or "Tỉnh ủy": provinces are known, so surely."""
    rest = view[start + run[0].start() : start + run[-1].end()]
    province = next((p for p in PROVINCES_THEN if f"{rest} ".startswith(f"{p} ")), None)
    skipped = len(province.split()) if province else 0
    if not 2 <= len(run) - skipped <= 6 or (not province and not loose):
        return None
    begin = start + run[skipped].start()
    return None if _NO_NAME.match(low, begin, start + run[-1].end()) else begin


def _is_office(low: str, start: int, end: int) -> bool:
    return OFFICE.match(low, start, end) is not None


def _score(name: list[str], skipped: int, after_unit: bool) -> float:
    """Rate a split of a run of capitals into `skipped` words of a place and a name.

    Names have three or four words, places two; the weights were set on lists of real names.
    """
    if not 2 <= len(name) <= 5:
        return -9
    first = name[0].title()
    score = 3.0 if first in COMMON else 1.5 if is_surname(first) else -2.0
    score += {2: -0.5, 3: 1.0, 4: 0.8, 5: -0.5}[len(name)]
    if len(name) > 2 and name[1].title() in MIDDLE:
        score += 1.2
    if first.startswith(("H'", "K'")):
        score += 2.5
    if not after_unit:
        return score + (2.0 if skipped == 0 else -0.5 * skipped)
    score += {0: 0.0, 1: -1.0, 2: 1.2, 3: -0.5}.get(skipped, -1.5)
    if skipped == 0 and len(name) == 2:
        # "huyện Lâm Thao" is a place, "Huyện ủy Ksor Phin" a person
        score += 2 if first in NEVER_A_PLACE else -4
    return score


def name_before_verb(view: str, low: str, start: int, end: int) -> int | None:
    """Return where a name ends that begins at `start` and goes on with a word in lower case."""
    run = _RUN.match(view, start, end)
    if run is None or not view[run.end() : run.end() + 2].strip().islower():
        return None
    return run.end() if is_name(view, low, start, run.end()) else None


def name_at_start(view: str, low: str, start: int, end: int) -> int | None:
    """Return where a name ends that runs into an office or a parenthesis without separator."""
    if not view[start:end].lstrip()[:1].isupper():
        return None
    words = list(re.finditer(r"\S+", view[start:end]))
    count = 0
    while count < len(words) and _TOKEN.fullmatch(words[count].group()):
        if _is_office(low, start + words[count].start(), end):
            break
        count += 1
    if not 2 <= count <= 5 or count == len(words):
        return None
    follows = start + words[count].start()
    if view[follows] != "(" and not _is_office(low, follows, end):
        return None
    stop = start + words[count - 1].end()
    return stop if is_sure_name(view, low, start, stop) else None
