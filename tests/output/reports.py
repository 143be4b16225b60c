"""Reports made by hand, for tests of what lands."""

from __future__ import annotations

from typing import Any

from crawler.items import (
    Article,
    Attachment,
    Chair,
    Citation,
    Evidence,
    Image,
    Meeting,
    Page,
    Period,
    Portal,
    Reading,
    Report,
    Teaser,
)

PORTAL = Portal(
    id="mau",
    name="Cổng mẫu",
    host="mau.gov.vn",
    family="vhv",
    unit="tỉnh Mẫu",
    level="province",
    province="Mẫu",
    province_now="Mẫu",
)


def report(
    key: str = "giao-ban-thang-3",
    at: str = "2024-04-02T01:00:00+07:00",
    version: int = 1,
    is_giao_ban: bool = True,
    url: str | None = None,
    capture: tuple[str, int] | None = None,
    **article: Any,
) -> Report:
    """Return a believable report; keyword arguments replace the article's fields."""
    url = url or f"https://mau.gov.vn/tin/{key}.html"
    fields: dict[str, Any] = {
        "url": url,
        "title": "Đồng chí Bí thư giao ban tháng 3",
        "sapo": "Sáng 1/4, Thường trực Tỉnh ủy họp giao ban.",
        "body": "Đoạn một.\n\nĐoạn hai.",
        "published_at": "2024-04-01T16:00:00+07:00",
        "published_from": "page",
        "images": [Image(url="https://mau.gov.vn/a.jpg", caption="Quang cảnh")],
        "attachments": [Attachment(url="https://mau.gov.vn/a.pdf", name="Báo cáo")],
    }
    meeting = Meeting(
        held_on="2024-04-01",
        session="morning",
        period=Period(kind="month", value=3, year=2024),
        level="province",
        convenor="Thường trực Tỉnh ủy",
        chairs=[Chair(name="Lê Thị Hoa", title="Bí thư Tỉnh ủy"), Chair(name="Vàng A Páo")],
    )
    reading = Reading(
        is_giao_ban=is_giao_ban,
        meeting=meeting if is_giao_ban else None,
        citations=[Citation(number="54-NQ/TW", kind="nghị quyết", issuer="Bộ Chính trị")],
        evidence=[Evidence(fact="held_on", source="sapo", start=0, end=8)],
    )
    file, offset = capture or (None, None)
    page = Page(
        url=url,
        body=b"<html>",
        fetched_at=at,
        headers=(("ETag", '"1"'),),
        portal=PORTAL,
        key=key,
        teaser=Teaser(url=url, title="Giao ban"),
        capture_file=file,
        capture_offset=offset,
    )
    return Report(
        page=page, article=Article(**fields | article), reading=reading, extractor_version=version
    )
