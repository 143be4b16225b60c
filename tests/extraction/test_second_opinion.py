"""Where the text is in doubt, trafilatura's reading of the page decides."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import pytest

from crawler.extraction.opinion import Opinion
from crawler.extraction.parts import find_parts
from crawler.families.index import Index
from crawler.markup.decode import parse
from crawler.runs.quality import Quality
from tests.extraction.kinds import BODY, LEAD, MENU, PARAGRAPHS, TITLE, read
from tests.tables import table

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
    assert opinion(page) is Opinion.OTHER_BOX


def test_it_is_not_asked_where_one_box_is_alone() -> None:
    assert opinion(f"<h1>{TITLE}</h1>{TEXT}") is None


ADVERT = "<p>Bà con có nhu cầu mua giống lúa, phân bón trả chậm xin liên hệ hợp tác xã để được tư vấn trước cuối tháng này.</p>"
CALLED = [
    *(
        "widget_text",
        "outbrain",
        "taboola-below",
        "td-author",
        "shariff",
        "meta-box",
        "article-infos",
    ),
    *("viral", "post-slider", "author-info", "paid-content", "sponsored embed", "user-profile"),
]


@table("name", CALLED)
@table("box", [ADVERT, ADVERT + ADVERT.replace("Bà con", "Hộ nào")])
def test_a_box_in_the_text_that_publishing_systems_call_so_is_left_out(name: str, box: str) -> None:
    inside = (
        f'<p>{LEAD}</p>{PARAGRAPHS.replace("</p>", f"""</p><div class="{name}">{box}</div>""", 1)}'
    )
    page = f"<h1>{TITLE}</h1><div>{inside}</div>"
    got = read(MENU + page)
    assert (got.title, got.sapo, got.body) == (TITLE, LEAD, BODY)
    assert got.second_opinion == "without a box"


@pytest.mark.parametrize("name", ["khung", "x9f3", "note"])
def test_a_box_in_the_text_of_another_name_stays(name: str) -> None:
    page = f"<h1>{TITLE}</h1><div><p>{LEAD}</p>{PARAGRAPHS}<div class={name}>{ADVERT}</div></div>"
    got = read(MENU + page)
    assert "Bà con có nhu cầu" in (got.body or "")
    assert got.second_opinion == "as found"


@pytest.mark.parametrize("name", ["widget_text", "meta-box", "intro-bar"])
def test_the_first_box_of_a_text_may_hold_its_lead(name: str) -> None:
    page = f"<h1>{TITLE}</h1><div><div class={name}><p>{LEAD}</p></div>{PARAGRAPHS}</div>"
    got = read(MENU + page)
    assert (got.sapo, got.body) == (LEAD, BODY)


def test_runs_count_it() -> None:
    quality = Quality()
    for page in (*DECIDED, f"<h1>{TITLE}</h1>{TEXT}"):
        quality.add(read(MENU + page))
    assert quality.figures()["second_opinions"] == {"another box": len(DECIDED)}


def opinion(page: str) -> Opinion | None:
    tree = parse(f"<html><body>{MENU}{page}</body></html>")
    assert tree is not None
    return find_parts(Index(tree), None).opinion


LAST = "Xã giao hợp tác xã trông coi cửa đập, mỗi tháng báo cáo một lần về tình trạng thân đập và lòng kênh cho Ủy ban nhân dân xã biết."
PICTURE = "<figure><img src=/anh/dap.jpg><figcaption>Thân đập Nà Khoang</figcaption></figure>"
FURTHER = [
    "<div class=nen-vang><p>{}</p></div>",
    "<div class=col-b><div class=inner><p>{}</p></div></div>",
    "<section><div><p>{}</p></div></section>",
    "<div class=wp-block-group><blockquote><p>{}</p></blockquote></div>",
]


@table("box", FURTHER)
@table("pictures", [1, 2])
def test_a_further_box_of_the_text_behind_pictures(box: str, pictures: int) -> None:
    inside = f"<div class=cols><div class=col-a><p>{LEAD}</p>{PARAGRAPHS}</div><div>{PICTURE * pictures}</div></div>"
    page = f"<h1>{TITLE}</h1><div class=than>{inside}{box.format(LAST)}</div>"
    got = read(MENU + page)
    assert (got.sapo, got.body) == (LEAD, f"{BODY}\n\n{LAST}")
    assert got.second_opinion == "a further box"


@table(
    "box",
    [
        '<div class="comment-list"><div><p>{}</p></div></div>',
        '<div class="td-author"><div><p>{}</p></div></div>',
        '<div class="related"><div><p><a href="/b/7">{}</a></p></div></div>',
        "<footer><div><p>{}</p></div></footer>",
        '<div class="khung"><h4>Tin mới</h4><p>{}</p></div>',
        '<div class="widget_text"><p>{}</p></div>',
        '<div class="user-profile"><p>{}</p></div>',
    ],
)
def test_a_box_below_the_text_that_is_none_of_it(box: str) -> None:
    inside = f"<div class=cols><div class=col-a><p>{LEAD}</p>{PARAGRAPHS}</div><div>{PICTURE}</div></div>"
    page = f"<h1>{TITLE}</h1><div class=than>{inside}{box.format(LAST)}</div>"
    assert read(MENU + page).body == BODY
