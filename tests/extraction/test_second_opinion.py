"""Where two boxes might be the article, trafilatura's reading of the page decides."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import pytest

from crawler.extraction.parts import find_parts
from crawler.markup.decode import parse
from tests.extraction.kinds import BODY, LEAD, MENU, PARAGRAPHS, TITLE, read

INTRO = "".join(
    f"<p>{text}</p>"
    for text in (
        "Xã Mường Sung nằm ở phía tây của huyện, có mười hai bản với hơn bốn nghìn nhân khẩu thuộc ba dân tộc anh em cùng sinh sống lâu đời.",
        "Nhân dân trong xã sống chủ yếu bằng nghề trồng lúa nước, chăn nuôi gia súc và khai thác lâm sản phụ dưới tán rừng tự nhiên.",
        "Những năm gần đây xã được đầu tư đường bê tông đến tận bản, điện lưới quốc gia và trạm y tế đạt chuẩn theo quy định.",
    )
)
TEXT = f"<div><p>{LEAD}</p>{PARAGRAPHS}</div>"
DECIDED = [
    f"<div><div>{INTRO}</div></div><main><h1>{TITLE}</h1>{TEXT}</main>",
    f"<div><div>{INTRO}</div><article><h2>{TITLE}</h2>{TEXT}</article></div>",
    f'<div><div>{INTRO}</div><div id="content"><b style="font-size:18px">{TITLE}</b>{TEXT}</div></div>',
    f"<div>{INTRO}<p>Trụ sở xã đặt tại bản Nà Khoang, cách trung tâm huyện hai mươi ki lô mét theo đường tỉnh lộ mới mở.</p></div><article><h2>{TITLE}</h2>{TEXT}</article>",
]


@pytest.mark.parametrize("page", DECIDED)
def test_it_decides(page: str) -> None:
    got = read(MENU + page)
    assert (got.title, got.sapo, got.body) == (TITLE, LEAD, BODY)
    assert opinion(page) == 1


def test_it_is_not_asked_where_one_box_is_alone() -> None:
    assert opinion(f"<h1>{TITLE}</h1>{TEXT}") is None


def opinion(page: str) -> int | None:
    tree = parse(f"<html><body>{MENU}{page}</body></html>")
    assert tree is not None
    return find_parts(tree, None).opinion
