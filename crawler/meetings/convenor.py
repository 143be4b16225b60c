"""Who convened: the body that is the subject of "tổ chức", "họp" or "giao ban".

With "X phối hợp với Y" only X convenes; bodies of equal rank ("X, Y cùng giao ban") stay one
string (convention of the labelled reports).
A person who chairs is no convenor.
"""

from __future__ import annotations

import re

from crawler.meetings.document import Document, Span
from crawler.vietnamese.letters import UPPER
from crawler.vietnamese.units import province

_BODY = (
    r"(?:ban\s+)?thường\s+trực(?!\s*,)|ban\s+(?!hành|tổ\s+chức\s+hội)\w|tỉnh\s+ủy|thành\s+ủy"
    r"|huyện\s+ủy|thị\s+ủy|quận\s+ủy|đảng\s+(?:ủy|bộ)|chi\s+(?:ủy|bộ|cục(?!\s+trưởng))"
    r"|ubnd|ub\w*\s|ủy\s+ban|hđnd|hội\s+đồng|ubmttq|mttq|ub\s*mttq|mặt\s+trận|lđlđ\s|vksnd|tand\s"
    r"|bđbp\s|hu\s|btv\w*\s|sở\s|cục\s+(?!trưởng|phó)|tổng\s+cục|bộ\s+(?!phận|mặt|máy|tiêu"
    r"|đội\s+trưởng)|công\s+(?:an|đoàn)|hội\s+(?!nghị|trường|viên|thảo|thi|họp|đàm)"
    r"|(?:tổng\s+)?liên\s+(?:đoàn|minh|hiệp)|đoàn\s+(?:thanh|tncs|khối|luật|trường|xã|phường|cơ)"
    r"|tỉnh\s+đoàn"
    r"|thành\s+đoàn|huyện\s+đoàn|thị\s+đoàn|quận\s+đoàn|trung\s+ương\s|viện\s+(?!trưởng|phó)"
    r"|tòa\s+án|toà\s+án|văn\s+phòng"
    r"|trung\s+tâm|cụm\s|khối\s+(?:thi\s+đua|dân\s+vận|mặt\s+trận|trưởng)|phòng\s+(?!họp|chống"
    r"|hội)|trường\s+(?!hợp)|bệnh\s+viện|công\s+ty|tổng\s+công\s+ty|tập\s+đoàn|ngân\s+hàng"
    r"|kho\s+bạc|kiểm\s+toán\s+(?!trưởng|viên)|bảo\s+hiểm|bhxh"
    r"|thanh\s+tra|đài\s|báo\s+(?!c[aá]o|chí)|học\s+viện|đại\s+học|bch\s|bchqs|quân\s+khu"
    r"|sư\s+đoàn|trung\s+đoàn|btv\s|btg\s|chính\s+phủ|cơ\s+quan\s+(?!báo)|đảng\s+đoàn|ban\s+cán"
    r"|hạt\s+kiểm|cảng\s|thuế\s|hải\s+quan|vùng\s+cảnh|đồn\s+biên"
    r"|tiểu\s+ban|ngành\s+\w|tổ\s+công\s+tác|thường\s+vụ|đoàn\s+khối|đảng\s+ủy\s+các|kiểm\s+lâm"
    r"|(?:huyện|xã|phường|thị\s+xã|thành\s+phố|tỉnh|quận|thị\s+trấn|đặc\s+khu)\s+(?=-?\w+\s+\w)"
    r"|quỹ\s|chi\s+nhánh|câu\s+lạc\s+bộ|hợp\s+tác\s+xã|vụ\s|trạm\s"
)
_CONVENES = (
    r"(?<!các )tổ\s+chức(?=\s+(?:hội\s+nghị|cuộc|buổi|phiên|họp|giao|và|kỳ"
    r"|triển|thành\s+công))|họp|giao\s+ban|phối\s+hợp|chủ\s+trì|có\s+(?:phiên|cuộc|buổi)"
    r"|triệu\s+tập|tiến\s+hành|mở\s+hội\s+nghị|khai\s+mạc"
    r"|(?<!\w)tổ\s+chức(?=\s+(?:diễn\s+ra|vào|tại|ngày|sáng|chiều|với|trực\s+tuyến)|\s*(?:[,.;]"
    r"|$))|đăng\s+cai|hội\s+ý"
    r"|mở\s+cuộc"
)
_SUBJECT = re.compile(
    rf"(?:^|[,:.)\"-]\s*|(?:(?<=[/.-]\d)|(?<=[/.-]\d\d)|(?<=\d{{4}}))\s+|(?<!\w)(?:nay|qua|do|được"
    rf"|thì|mà|tham\s+mưu(?:\s+cho)?|giúp"
    rf"|lãnh\s+đạo)\s+)(?P<body>(?:{_BODY})[^.;:\n]{{0,150}}?)\s*[,-]?\s*"
    rf"(?:\s(?:đã|vừa|vừa\s+qua|cùng|tiếp\s+tục|long\s+trọng|đồng|trực\s+tiếp|sẽ)\s+"
    rf"|\s)(?P<verb>{_CONVENES})(?!\w)"
)
_EVENT = re.compile(r"giao\s+ban|hội\s+nghị|họp|phiên|buổi|cuộc")
# What no name of a body contains: the sentence has another subject, or the chain has gone wrong.
_NOT_IN_A_BODY = re.compile(
    r"(?<!\w)(?:đồng\s+chí|đ/c|ông|bà|chủ\s+tịch|bí\s+thư|giám\s+đốc|trưởng\s+ban|phó|cùng\s+dự"
    r"|dưới|sáng(?!\s+(?:tạo|kiến|chế))|chiều|ngày|tại|dự|nhằm|để"
    r"|về|của\s+tỉnh,|cho|được|yêu\s+cầu|(?<!ban )chỉ\s+đạo(?!\s+\d)|đề\s+nghị|báo\s+cáo"
    r"|tham\s+mưu|giúp|(?<!đạo )thực\s+hiện|thống\s+nhất|phó\s+trưởng|với)(?!\w)"
)
_PLANNED = re.compile(
    r"(?:sẽ|dự\s+kiến|(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm)|thường\s+xuyên|duy\s+trì)\b"
)
_TAIL = re.compile(r"(?:[\s,:-]|\([^()]*\)|(?<=\s)(?:đã|vừa|cùng|nhau|đồng|mở)(?!\w))++$")


# "Hội đồng Phối hợp …": no verb there.
_JOINT_BODY = re.compile(r"(?:hội đồng|ban|tổ) phối hợp(?!\w)")
# The unit a body lies in, after its name: ", TP Cần Thơ", ", huyện Trạm Tấu", ", Đồng Nai".
_NAME = rf"[{UPPER}][^\W\d_]*(?:\s+[{UPPER}][^\W\d_]*){{0,3}}"
_WITHIN = re.compile(
    rf",\s*(?:(?:TP\.?|[Tt]ỉnh|[Tt]hành phố|(?P<lower>[Hh]uyện|[Qq]uận|[Tt]hị xã|TX\.?))\s+)?"
    rf"(?P<name>(?:{_NAME}|\d{{1,2}}))$"
)
_COMMUNE = re.compile(r"(?<!thị )(?<!\w)(?:xã|phường|thị trấn)(?!\w)")
# Its members: "Cụm thi đua số 3 gồm sáu xã …".
_MEMBERS = re.compile(r"\s*[,(]?\s*(?<!\w)(?:gồm|bao gồm|do)\s")
_PARENTHESIS = re.compile(r"\([^()]*\)")
# A unit itself, by its name: "huyện Lâm Thao tổ chức giao ban".
_UNIT = re.compile(r"(?:huyện|xã|phường|thị xã|thành phố|tỉnh|quận|thị trấn|đặc khu)\s(?!ủy|đoàn)")
_NAMED_UNIT = re.compile(rf"(?:[\w]+\s){{1,2}}(?:{_NAME}(?:\s[{UPPER}]\w*)?|\d{{1,2}})")
_COMMA = re.compile(r",\s*")
# A board's name lists its matters: "Ban Chỉ đạo phát triển khoa học, công nghệ, …".
_MATTERS = re.compile(
    r"(?:ban chỉ đạo|ban chỉ huy|tổ công tác|ban vận động|ban điều hành|hội đồng)(?!\w)"
)
_NO_MATTER = re.compile(
    r"(?:các|cùng|với|sau|trước|trong|ngay|theo|để|do|vào|từ|qua|trên|đã|vừa|đại diện"
    r"|lãnh đạo)(?!\w)"
)
_ABBREVIATION = re.compile(r"(?<!\w)(tp|tx|tt)\.")
# In a name these are no words: "Lâm Đồng phối hợp …", "phường Cửa Ông".
_IN_A_NAME = re.compile(r"(?<=\w\s)(?:Đồng|Ông|Bà)(?!\w)")


# "Khối thi đua X gồm 8 đơn vị: A, B và C, tổ chức giao ban".
_WITH_MEMBERS = re.compile(
    rf"(?:^|,\s*)(?P<body>(?:{_BODY})[^,.;:]{{2,80}}?)\s+(?:gồm"
    rf"|bao gồm)\s[^.;:]{{0,40}}:[^.;:]{{10,400}}?"
    r"[\s,](?:tổ chức|họp|tiến hành)\s(?:hội nghị|họp|giao ban|cuộc|buổi|phiên)"
)
# "cuộc giao ban tháng 11 của Đảng ủy, UBND xã Tây Giang mới diễn ra".
_HELD_OF = re.compile(
    rf"giao ban(?:\s(?!của|do|tại|với)[^\s,.;:]+){{0,7}}\scủa\s(?P<body>(?:{_BODY})[^.;:]{{2,80}}?)"
    r"\s(?:mới |đã |vừa |được )*(?:diễn ra|khai mạc|bắt đầu|bế mạc|có đủ)(?!\w)"
)


def _masked(name: re.Match[str]) -> str:
    return name.group().replace(" ", "-")


def _blank(parenthesis: re.Match[str]) -> str:
    return " " * len(parenthesis.group())


def convenor(document: Document) -> Span | None:
    """Return where the convening body is named, None when the report names a person or nobody."""
    with_words = {document.sentence_at(m.start).start for m in document.mentions}
    title = Span(0, document.title.end)
    lead = [s for s in document.lead[:6] if s.start >= title.end]
    with_mention = [s for s in lead if s.start in with_words]
    others = [s for s in lead[:2] if s.start not in with_words]
    unit: Span | None = None  # "huyện Lâm Thao": what holds only where no body of it is named
    for sentence in (*with_mention, *others, *([title] if title.end else [])):
        body = _subject(document, sentence)
        if body and not _UNIT.match(document.low, body.start, body.end):
            return body
        unit = unit or (body if sentence != title else None)
    return unit


def _subject(document: Document, sentence: Span) -> Span | None:
    low = _PARENTHESIS.sub(_blank, document.low[sentence.start : sentence.end])
    low = _ABBREVIATION.sub(r"\1 ", low)
    for name in _IN_A_NAME.finditer(document.view, sentence.start, sentence.end):
        at = name.start() - sentence.start
        low = f"{low[:at]}-{low[at + 1 :]}"
    low = _JOINT_BODY.sub(_masked, low)
    listed = _WITH_MEMBERS.search(low) or _HELD_OF.search(low)
    if listed and not _NOT_IN_A_BODY.search(listed["body"]):
        return Span(*(sentence.start + at for at in listed.span("body")))
    position = 0
    while subject := _SUBJECT.search(low, position):
        body, verb = _MEMBERS.split(subject["body"], maxsplit=1)[0], subject["verb"]
        position = subject.start("body") + 1
        if verb.startswith("chủ") and not re.match(
            r"\s*[,:]?\s*(?:phối|họp|hội|giao|cuộc|buổi|phiên|và|tổ)", low[subject.end() :]
        ):
            continue
        plain = not _NOT_IN_A_BODY.search(body) and not _PLANNED.search(body)
        by = low[: subject.start("body")].rstrip().endswith(("do", "được", "mà"))
        if verb.startswith("đăng") and _UNIT.match(body):
            continue  # the host of others' meeting
        event = _EVENT.search(low, 0 if by else subject.start("verb"))
        start = sentence.start + subject.start("body")
        if (
            not plain
            or not event
            or not _parts_are_bodies(document, Span(start, start + len(body)))
        ):
            continue
        tail = _TAIL.search(body)
        named = Span(start, start + (tail.start() if tail else len(body)))
        bare = _without_unit(document, named)
        if _is_proper(document, bare):
            return bare
    return None


def _without_unit(document: Document, body: Span) -> Span:
    """Leave out the units `body` lies in, printed after it; a list of equals is left whole."""
    for _ in range(3):
        within = _WITHIN.search(document.view, body.start, body.end)
        if within is None:
            break
        named = document.view[within.start() + 1 : within.start("name")].strip()
        if within["lower"] and not _COMMUNE.search(document.low, body.start, within.start()):
            break
        if not named and province(within["name"]) is None:
            break
        body = Span(body.start, within.start())
    return body


def _parts_are_bodies(document: Document, body: Span) -> bool:
    """A comma goes on with another body or the rest of one name; anything else is a new clause."""
    for comma in _COMMA.finditer(document.low, body.start, body.end):
        at = comma.end()
        rest = document.low[at : body.end]
        if not rest:
            continue
        if rest.startswith("chống "):  # "phòng, chống"
            continue
        if re.match(
            r"(?:tỉnh|thành phố|huyện|thị xã|quận|phường|thị trấn)(?!\w)", rest
        ):  # "các huyện, thị xã"
            continue
        if document.view[at].isupper() or re.match(_BODY, rest):
            continue
        if not _MATTERS.match(document.low, body.start) or _NO_MATTER.match(rest):
            return False
    return True


def _is_proper(document: Document, span: Span) -> bool:
    """Leave out groups that merely meet: "khối Nội chính tỉnh", "các xã"."""
    low = document.low[span.start : span.end]
    if _UNIT.match(low) and not _NAMED_UNIT.fullmatch(document.view, span.start, span.end):
        return False
    return len(low) < 140 and not re.fullmatch(
        r"(?:huyện|tỉnh|xã|phường|hội|ban|sở|cục|thường trực|ngành \w+|đảng bộ|học viện|trường"
        r"|công ty|trung tâm|bệnh viện|đơn vị)",
        low,
    )
