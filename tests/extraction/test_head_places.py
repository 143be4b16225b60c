"""Where a date line may stand: glued to what follows, above the title, in a box called header."""

from __future__ import annotations

from crawler.extraction import extract
from crawler.items import Page
from tests.tables import table

TITLE = "Huyện ủy giao ban công tác quý III năm 2025"
TEXT = (
    "<p>Sáng 30/10, Thường trực Huyện ủy họp giao ban với bí thư các xã về công tác quý III.</p>"
    "<p>Các đại biểu nêu khó khăn trong giải phóng mặt bằng, đề nghị tỉnh sớm hỗ trợ vốn.</p>"
    "<p>Kết luận, đồng chí Bí thư yêu cầu các đơn vị hoàn thành chỉ tiêu của năm.</p>"
)
CLOCK = '<div class="header"><div class="today">Thứ Bảy, 21/11/2026 08:00</div></div>'


@table(
    "head, published_at",
    [
        (
            f'<h1 class="title-detail">{TITLE}</h1><div><span class="post-date">Thứ năm, '
            '30/10/2025 | 10:31</span><span class="block_share"><a>Chia sẻ</a></span></div>',
            "2025-10-30T10:31:00+07:00",
        ),
        (
            f"<h1>{TITLE}</h1><div><span>Thứ Năm, 30/10/2025 - 07:18</span>"
            '<span class="share"><a>Facebook</a></span></div>',
            "2025-10-30T07:18:00+07:00",
        ),
        (
            f'<h1>{TITLE}</h1><div><span class="date">30/10/2025 14:30</span>'
            '<span class="view">Số lượt xem: 2557</span></div>',
            "2025-10-30T14:30:00+07:00",
        ),
        (
            '<header class="article-header"><span class="date">Thứ Năm, 30/10/2025 16:00 (GMT+7)'
            f"</span><h1>{TITLE}</h1></header>",
            "2025-10-30T16:00:00+07:00",
        ),
        (
            '<div class="detail-header"><div class="meta"><span>30/10/2025 16:00</span></div>'
            f"<h1>{TITLE}</h1></div>",
            "2025-10-30T16:00:00+07:00",
        ),
        (
            '<div class="longform-header"><div class="longform-header-meta"><span class='
            '"longform-header-date">Thứ Năm, 30/10/2025 08:20 (GMT+7)</span></div>'
            f'<h1 class="longform-header-title">{TITLE}</h1></div>',
            "2025-10-30T08:20:00+07:00",
        ),
        (f"<h1>{TITLE}</h1>", None),
    ],
)
def test_the_date_is_read_where_it_stands(head: str, published_at: str | None) -> None:
    html = f"<html><body>{CLOCK}<article>{head}<div>{TEXT}</div></article></body></html>"
    page = Page(url=None, body=html.encode(), fetched_at="2026-11-21T09:00:00+07:00")
    article = extract(page)
    assert (article.title, article.published_at) == (TITLE, published_at)
    assert (article.sapo or "").startswith("Sáng 30/10, Thường trực Huyện ủy")
