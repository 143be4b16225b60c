"""The level of a meeting, not of its host: central, province, district, commune or sector.

In this order: central officials in the chair make it central; then the convening body; then the
offices of the chairs; then the bodies that title and lead name; then the portal. `sector` is a line
agency's own meeting; its press giao ban is for the whole province.
"""

from __future__ import annotations

import re

from crawler.meetings.document import Document, Span
from crawler.meetings.people import Person
from crawler.meetings.units import CENTRAL_CITIES, CENTRAL_CITY, province_of
from crawler.vietnamese.surnames import is_surname

# "T.Ư", "TƯ"; in lower case "tư" begins other words too.
_CENTRE = r"trung ương|t\.ư|tư(?!\s+(?:tưởng|pháp|vấn|nhân|liệu|thục))|tw"
_CENTRAL_OFFICE = re.compile(
    r"(?:ủy viên bộ chính trị(?!.{0,80}bí thư (?:thành|tỉnh) ủy)|bí thư trung ương đảng"
    r"|bộ trưởng|thứ trưởng|thủ tướng|phó thủ tướng|chủ tịch quốc hội"
    r"|(?:trưởng|phó trưởng|phó trưởng ban thường trực|vụ trưởng|phó vụ trưởng"
    rf"|vụ phó)\s+(?:ban\s+)?(?:ban\s+)?[^,;]{{0,40}}(?:{_CENTRE})(?!\w)"
    r"|(?:chủ tịch|tổng thư ký|chủ nhiệm)\s+(?:ủy ban\s+)?(?:trung ương|ubtw|ubtƯ|ub tw)"
    r"|phó chủ tịch ủy ban trung ương|phó chủ tịch (?:ubtw|trung ương)"
    r"|(?:phó )?tổng cục trưởng|tổng kiểm toán|viện trưởng vksnd tối cao|chánh án tand tối cao"
    r"|phó chủ tịch quốc hội)"
)
_CENTRAL_BODY = re.compile(
    r"^(?:ban|ủy ban|văn phòng|cơ quan|đảng ủy|hội|trung ương|ub"
    rf"|đảng ủy khối)\b.{{0,50}}\b(?:{_CENTRE})(?!\w)|^(?:tổng )?(?:hội"
    r"|liên đoàn)\s[^,]*việt nam$|^bộ\s+(?!chỉ huy|chqs|đội|tư lệnh)"
    r"|^(?:chính phủ|tổng cục|quốc hội|ban bí thư|trung ương|văn phòng (?:chính phủ|trung ương)"
    r"|ủy ban dân tộc|ủy ban [^,]*quốc gia)"
)
_BODY_OF_MANY = re.compile(r"các tỉnh(?: ủy)?\b|(?<![\w-])[1-6]?\d tỉnh(?! ủy)|khu vực")
_LINE_AGENCY = re.compile(
    r"(?:sở|cục|vksnd|tand|bđbp|chi cục|công an|viện|tòa án|kho bạc|bảo hiểm|bhxh|ngân hàng"
    r"|bộ chỉ huy|bộ chqs|bchqs|bch quân sự|bch bộ đội|bộ đội|bộ tư lệnh"
    r"|ban (?:chỉ huy )?(?:quân sự|qs|chqs|bộ đội)|đồn"
    r"|thanh tra|kiểm toán|trường|bệnh viện|công ty|tổng công ty|tập đoàn|trung tâm|phòng|đài|báo"
    r"|hạt|vùng"
    r"|thuế|hải quan|quân khu|sư đoàn|trung đoàn|học viện|đại học|cảng|chi nhánh|trạm"
    r"|kiểm lâm|điện lực|bưu điện|viễn thông|cụm thi đua|khối thi đua|hội (?:khuyến|chữ|luật|nhà"
    r"|đông|người|y|làm|sinh|văn|cựu giáo|bảo)|liên minh|quỹ|liên hiệp|ban quản lý"
    r"|ban cán sự đảng(?! ubnd)|đảng ủy (?:công an|quân sự|bộ|sở|bđbp|biên phòng|cục|công ty"
    r"|tổng công ty|trường|bệnh viện)|ngành)(?!\w)"
)
_PRESS = re.compile(
    r"báo chí|xuất bản|báo cáo viên|dư luận xã hội|thông tin đối ngoại|tuyên giáo"
    r"|văn hóa - văn nghệ|nội chính|khối"
)
# Emulation clusters and blocks are of agencies, unions, schools of one kind.
_EMULATION = re.compile(r"giao ban[^.;:\n]{0,40}?\s(?:cụm|khối) thi đua")
# A province's body that gathers the clusters of its units holds a meeting of the province.
_OF_UNITS = re.compile(r"\s+(?:các\s+)?(?:huyện|thị xã|thành phố|quận|xã|phường)")
_LINE_OFFICE = re.compile(
    r"^(?:phó\s+)?(?:giám đốc|cục trưởng|cục phó|chi cục|viện trưởng|chánh án|tổng giám đốc"
    r"|hiệu trưởng|chỉ huy|chính ủy|tư lệnh|chánh thanh tra|trưởng công an|đồn trưởng)"
)
# Heads of a unit, whatever else they are; "Bí thư Đảng ủy, Giám đốc Sở" is not one.
_LEADS = re.compile(
    r"(?:phó\s+)?(?:bí thư\s+(?:thường trực\s+)?(?:tỉnh|thành|huyện|thị|quận)|chủ tịch)\s"
)
_COMMUNE = re.compile(
    r"(?<!thị )(?<!các )(?<!cấp )(?<!hợp tác )(?<!\w)(?:xã(?!\s+(?:hội|viên|giao))|phường"
    r"|thị trấn|đặc khu)(?!\w)"
)
_DISTRICT = re.compile(
    r"(?<!các )(?<!cấp )(?<!\w)(?:huyện ủy|thị ủy|quận ủy|huyện đoàn|thị đoàn|quận đoàn|huyện"
    r"|quận(?!\s+khu)|thị xã)(?!\w)"
)
_PROVINCE = re.compile(
    r"(?<!các )(?<!cấp )(?<!\w)(?:tỉnh ủy|tỉnh đoàn|tỉnh|btvtu|tuv|đảng ủy khối)(?!\w)"
)
_CITY = re.compile(r"(?<!\w)(?:thành ủy|thành đoàn|thành phố|tp)(?!\w)")
_CITY_NAME = re.compile(
    rf"(?:thành ủy|thành đoàn|thành phố|tp\.?)\s+(?:tp\.?\s+)?(?P<central>{CENTRAL_CITY})"
)
_CITY_OTHER = re.compile(
    r"(?:[Tt]hành ủy|[Tt]hành phố|TP\.?|Tp\.?)\s+(?!ủy)(?:TP\.?\s+)?"
    r"(?P<name>[A-ZĐ]\w+(?: [A-ZĐ]\w+)*)"
)
# Departments are a province's: a city that gathers its own is under the centre.
_DEPARTMENTS = re.compile(
    r"(?<!\w)(?:các sở|sở\s(?:[^,;.:]{3,50}\s)?(?:và|,)?\s?(?:truyền thông|nội vụ|tài chính"
    r"|xây dựng|y tế"
    r"|tư pháp|công thương|giáo dục|nông nghiệp|văn hóa|khoa học|lao động|giao thông"
    r"|thông tin))(?!\w)"
)
_HUE = re.compile(r"(?:thành ủy|thành đoàn|thành phố|tp\.?)\s+(?:tp\.?\s+)?huế(?!\w)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_MANY_PROVINCES = re.compile(
    r"toàn quốc|(?:các|(?<!\d)\d{1,2})\s+tỉnh(?:\s*,|\s+ủy|\s+và|\s+thành|\s+miền|\s+khu"
    r"|\s+nam|\s+bắc"
    r"|\s+tây|\s+đồng|\s+duyên)|khu vực\s+(?:miền|phía|đồng|tây|trung|bắc|nam|duyên|đông)"
    r"|cụm các tỉnh"
)


_NO_DISTRICTS = "2025-07"  # since then cities are provinces (Law 72/2025/QH15)


def level(
    document: Document, convened: Span | None, chaired: list[Person]
) -> tuple[str, Span | None] | None:
    """Return the level and where it was read (None: the portal or address), or None if unsure."""
    low = document.low
    offices = [p.office for p in chaired if p.office]
    for office in offices:
        if _CENTRAL_OFFICE.search(low, office.start, office.end):
            return "central", office
    emulation = _EMULATION.search(low, 0, document.lead[-1].end if document.lead else 600)
    if emulation:
        body = _of_body(document, convened) if convened else None
        if body == "province" and _OF_UNITS.match(low, emulation.end()):
            return body, convened
        return "sector", Span(*emulation.span())
    if convened:
        tier = _of_body(document, convened)
        if tier:
            return tier, convened
    for office in offices:
        tier = _of_office(document, office)
        if tier:
            return tier, office
    return _of_words(document) or _of_portal(document)


def _of_body(document: Document, body: Span) -> str | None:
    name = document.low[body.start : body.end]
    if re.match(r"(?:cụm|khối) thi đua", name):
        return "sector"
    if _CENTRAL_BODY.search(name):
        return "central"
    if _LINE_AGENCY.match(name) and not _is_for_all(document):
        return "sector"
    if _BODY_OF_MANY.search(name):
        return "central"
    if _LINE_AGENCY.match(name) and re.match(r"sở|trung tâm|báo|đài|hội nhà báo", name):
        return _tier(document, body) or "province"
    if re.match(r"đảng ủy khối", name):
        return "province"
    return _tier(document, body)


def _is_for_all(document: Document) -> bool:
    head = document.low[: document.lead[1].end if len(document.lead) > 1 else 1500]
    return (
        re.search(
            r"giao ban[^.;]{0,30}(?:báo chí|xuất bản|báo cáo viên|dư luận|thông tin"
            r"|truyền thanh|phát thanh)",
            head,
        )
        is not None
    )


def _of_office(document: Document, office: Span) -> str | None:
    low = document.low[office.start : office.end]
    parts = [part.strip() for part in low.split(",")]
    leads = any(_LEADS.match(part) for part in parts)
    if not leads and any(_LINE_OFFICE.match(part) for part in parts):
        return "province" if _is_for_all(document) else "sector"
    return _tier(document, office)


def _tier(document: Document, span: Span) -> str | None:
    """Return the tier a body or office belongs to by the unit it names."""
    low = document.low[span.start : span.end]
    for words, tier in ((_COMMUNE, "commune"), (_DISTRICT, "district"), (_PROVINCE, "province")):
        if words.search(low):
            return tier
    if _CITY.search(low):
        return _of_city(document, span)
    return None


def _of_city(document: Document, span: Span) -> str | None:
    """Tell a city under the centre (province) from one under a province (district)."""
    low = document.low[span.start : span.end]
    if _CITY_NAME.search(low):
        return "province"
    if _HUE.search(document.low, span.start, span.end):
        return "province" if _is_of_2025(document) else "district"
    if _names_another_city(document, span.start, span.end):
        return "district"
    portal = document.portal
    province = portal.province if portal else province_of(document.article.url)
    if portal and portal.level in {"district", "commune"}:
        return "district"
    if province is not None:
        return "province" if _is_central(document, province) else "district"
    if (document.article.published_at or "") >= _NO_DISTRICTS:
        return "province"
    head = document.low[:2500]
    if _is_head_of_a_province(document, head):
        return "province"
    if re.search(r"\b(?:tỉnh ủy|ubnd tỉnh|tỉnh)\b", head) or _names_another_city(document, 0, 2500):
        return "district"
    return None


def _is_head_of_a_province(document: Document, head: str) -> bool:
    """Tell by what the report names: a central city, an urban district, departments."""
    if _CITY_NAME.search(head) or re.search(r"\bquận\b", head):
        return True
    if _HUE.search(head) and _is_of_2025(document):
        return True
    return _DEPARTMENTS.search(head) is not None and not re.search(r"\btỉnh\b", head)


def _names_another_city(document: Document, start: int, end: int) -> bool:
    """Tell "Thành ủy Vinh" from "Bí thư Thành ủy Hồ Đại Dũng", where a person is named."""
    for city in _CITY_OTHER.finditer(document.view, start, end):
        name = city["name"].split()
        if len(name) < 3 or not is_surname(name[0]):
            return True
    return False


def _is_of_2025(document: Document) -> bool:
    """Tell a report of the time since Huế is a central city (Resolution 175/2024/QH15)."""
    stamp = document.article.published_at
    years = [int(stamp[:4])] if stamp else [int(y) for y in _YEAR.findall(document.low[:2500])]
    return max(years, default=0) >= 2025


def _is_central(document: Document, province: str) -> bool:
    if province == "Thừa Thiên Huế":
        return _is_of_2025(document)
    return _bare(province) in {_bare(city) for city in CENTRAL_CITIES}


def _bare(name: str) -> str:
    return re.sub(r"^(?:thành phố|tp\.?|tỉnh)\s+", "", name.lower())


def _of_words(document: Document) -> tuple[str, Span] | None:
    """Read the level in the bodies that the title and the event's own sentences name."""
    spans = [Span(0, document.title.end), *document.lead[:3]]
    for span in spans:
        if not any(span.start <= m.start < span.end for m in document.mentions):
            continue
        many = _MANY_PROVINCES.search(document.low, span.start, span.end)
        if many:
            return "central", Span(*many.span())
    for span in spans:
        first: tuple[int, str, Span] | None = None
        for words, tier in (
            (_COMMUNE, "commune"),
            (_DISTRICT, "district"),
            (_PROVINCE, "province"),
            (_CITY, "city"),
        ):
            match = words.search(document.low, span.start, span.end)
            if match and (first is None or match.start() < first[0]):
                first = (match.start(), tier, Span(*match.span()))
        if first and first[1] == "city":
            city = _of_city(document, Span(first[2].start, min(span.end, first[2].end + 20)))
            if city:
                return city, first[2]
        elif first:
            return first[1], first[2]
    return None


def _of_portal(document: Document) -> tuple[str, None] | None:
    portal = document.portal
    if portal and portal.level in {"central", "province", "district", "commune", "sector"}:
        return portal.level, None
    if province_of(document.article.url) and _PRESS.search(document.low[:1500]):
        return "province", None
    return None
