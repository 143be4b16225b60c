"""A fourth hand, again set before the rules had seen it: odd places for everything.

Stamps and bylines in lists and definition tables, leads in the picture's cell, empty leads, pages
in one <pre>-like block, text in <article> of cards, printed state, two columns in one row.
"""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import random
import unicodedata
from html import escape

from tests.extraction.frames import Frames
from tests.extraction.stories import STAMPS, Story

_TITLES = [
    "Hội ý đầu tuần của Ban Thường vụ Huyện đoàn: Bớt giấy tờ, thêm việc làm",
    "Tỉnh Mẫu họp giao ban trực tuyến quý 2",
    "Giao ban Thường trực HĐND hai cấp lần thứ 9, nhiệm kỳ 2021 - 2026",
    "Hội nghị giao ban công tác tuyên giáo tháng 10/2024",
    "Phó Chủ tịch UBND tỉnh làm việc, giao ban với Ban QLDA",
    "Gỡ từng nút thắt",
]
_LEADS = [
    "Ngày 14/10, Thường trực HĐND tỉnh tổ chức Hội nghị giao ban Thường trực HĐND hai cấp; chủ trì: đồng chí Cầm Văn Đoan.",
    "QTO - Cuộc giao ban sáng nay chỉ kéo dài 50 phút nhưng chốt được bảy việc, trong đó có ba việc kéo dài từ đầu năm.",
    "Sáng 1/10/2024, tại Nhà văn hóa trung tâm, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị giao ban công tác tuyên giáo tháng 10",
    "10 giờ sáng, hội trường đã kín chỗ. Hơn 200 đại biểu dự giao ban.",
]
_PARAS = [
    "I. KẾT QUẢ ĐẠT ĐƯỢC",
    "1. Về kinh tế: Tổng thu ngân sách 9 tháng đạt 1.204 tỷ đồng, bằng 86% dự toán HĐND tỉnh giao và bằng 112% so với cùng kỳ;",
    "2. Về văn hóa - xã hội: Duy trì 98,5% học sinh đến lớp; khám, chữa bệnh cho 45.200 lượt người.",
    "a) Giao Sở Tài chính tham mưu điều chỉnh vốn trước ngày 20/10/2024;",
    "+ Giao UBND các huyện rà soát, báo cáo danh mục công trình dở dang.",
    "Tại hội nghị, đại diện các sở, ngành đã phát biểu; nhiều ý kiến thẳng thắn, như “làm đến đâu, chắc đến đó” hay “không đùn đẩy”.",
    "Đồng chí Cầm Văn Đoan - Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh - cho rằng phải giám sát đến cùng những gì cử tri đã hỏi.",
    "Trước đó, đoàn công tác đã dâng hương tại Nghĩa trang Liệt sĩ.",
    "Liên quan đến việc sắp xếp trường lớp, Sở Giáo dục và Đào tạo cho biết sẽ trình đề án trong tháng 11.",
    "Theo ông Lò Văn Puốn, Chủ tịch UBND xã Chiềng Sơ, bà con mong sớm có điện lưới ở bốn bản vùng cao.",
    "Dự và chỉ đạo hội nghị có lãnh đạo Tỉnh ủy; tham dự có 12 huyện, thành phố.",
    "Kỳ họp tới dự kiến khai mạc ngày 05/12/2024.",
    "Sau khi nghe báo cáo và thảo luận, Thường trực HĐND kết luận như sau:",
    "Hình thức giao ban trực tuyến sẽ được duy trì; thời lượng không quá 90 phút.",
    "Bạn đọc có thể xem toàn văn kết luận tại Văn phòng Đoàn ĐBQH và HĐND tỉnh.",
    "Đến dự có các đồng chí:",
    "Mặc dù vậy, tỷ lệ giải ngân mới đạt 41,3% - thấp nhất 3 năm qua",
    "Số lượt người đến một cửa tăng 12%.",
    "Hội nghị bế mạc lúc 11 giờ 30 phút cùng ngày.",
]
_CAPS = [
    "Quang cảnh Hội nghị",
    "Đồng chí Cầm Văn Đoan, Chủ tịch HĐND tỉnh phát biểu kết luận Hội nghị. (Ảnh: Thanh Nga)",
    "Các đại biểu tham quan gian hàng OCOP bên lề hội nghị.",
    "Ảnh minh họa",
]
_BYS: list[tuple[str | None, str | None, str | None]] = [
    ("Thanh Nga - Đức Cường", "Thanh Nga - Đức Cường", None),
    ("Quàng Hường", "Quàng Hường", None),
    ("Tin, ảnh: Lò Thị Én", "Lò Thị Én", None),
    ("Tác giả: Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Văn phòng Đoàn ĐBQH và HĐND tỉnh", None),
    ("Nguồn: Báo Mẫu online", None, "Báo Mẫu online"),
    ("Theo mauonline.vn", None, "mauonline.vn"),
    ("Bài: Thu Thảo, Ảnh: PV", "Thu Thảo", None),
    ("H.N", "H.N", None),
    ("CTV Hồ Thị Mận", "CTV Hồ Thị Mận", None),
    (None, None, None),
]


def invent_own(seed: int) -> Story:
    """An article in this hand's words; the same seed gives the same one."""
    r = random.Random(f"outsider-{seed}")
    paras = r.sample(_PARAS, r.randint(5, 10))
    # A heading or an opening colon ends no article, and the first paragraph after a lead is prose.
    weak = [p for p in paras if p.endswith(":") or p == _PARAS[0]]
    paras = [p for p in paras if p not in weak]
    for p in weak:
        paras.insert(r.randint(1, max(1, len(paras) - 1)), p)
    opening = [p for p in _PARAS if p not in paras and len(p) > 80 and p[0] not in "12a+"]
    paras = [
        (
            opening
            or [
                "Hội nghị đã nghe báo cáo và thảo luận sôi nổi suốt cả buổi sáng, tập trung vào bốn nhóm việc."
            ]
        )[0],
        *paras,
    ]
    by, author, source = r.choice(_BYS)
    stamp, at = r.choice(STAMPS)
    return Story(
        title=r.choice(_TITLES),
        sapo=r.choice(_LEADS),
        paragraphs=paras,
        captions=r.sample(_CAPS, r.choice([0, 1, 1, 2, 3])),
        byline=by,
        author=author,
        source=source,
        stamp=stamp,
        published_at=at,
    )


FRAMES: Frames[random.Random] = Frames()


def _e(t: str | None) -> str:
    return escape(t or "", quote=False)


def _pic(c: str, r: random.Random, i: int) -> str:
    c, s = _e(c), f"/Portals/0/images/{i}{r.randint(10, 99)}.jpg"
    return r.choice(
        [
            f'<table border="0" width="500" align="center"><tr><td><img src="{s}" border="0"></td></tr><tr><td align="center" class="Image"><i>{c}</i></td></tr></table>',
            f'<p style="text-align:center"><img src="{s}" style="width:600px;height:400px"></p><p style="text-align:center"><em>{c}</em></p>',
            f'<figure class="wp-block-image"><img src="{s}"/><figcaption class="wp-element-caption">{c}</figcaption></figure>',
            f'<div id="attachment_{i}" class="wp-caption aligncenter"><a href="{s}"><img src="{s}" alt=""></a><p class="wp-caption-text">{c}</p></div>',
            f'<p><span><img src="{s}"></span></p><p class="MsoNormal" align="center" style="text-align:center"><i><span lang="VI" style="font-size:13.0pt">{c}<o:p></o:p></span></i></p>',
            f'<div class="photo"><img src="{s}" title="{c}"><span>{c}</span></div>',
            f'<p style="text-align:center"><img src="{s}"><br><span style="color:blue"><em>{c}</em></span></p>',
        ]
    )


def _sign(b: str | None, r: random.Random) -> str:
    b = _e(b)
    return (
        r.choice(
            [
                f'<p style="text-align: right;"><strong>{b}</strong></p>',
                f"<p><strong>{b}</strong></p>",
                f'<p class="MsoNormal" align="right" style="text-align:right"><b><span lang="VI">{b}<o:p></o:p></span></b></p>',
                f"<p><em>{b}</em></p>",
                f"<p>{b}</p>",
                f'<div style="text-align:right"><b>{b}</b></div><p>&nbsp;</p>',
            ]
        )
        if b
        else ""
    )


def _flow(s: Story, r: random.Random, lead: bool, by: bool = True) -> str:
    paras = ([s.sapo or ""] if lead else []) + s.paragraphs
    spots = sorted(r.sample(range(1, len(paras)), min(len(s.captions), len(paras) - 1)))
    style = r.choice(["plain", "plain", "word", "div", "justify", "nfd"])
    out = []
    for i, t in enumerate(paras):
        if i in spots:
            out.append(_pic(s.captions[spots.index(i)], r, i))
        x = _e(t)
        if t.startswith("I.") or (i == 0 and lead and r.random() < 0.5):
            x = f"<strong>{x}</strong>"
        if style == "nfd":
            x = unicodedata.normalize("NFD", x)
        out.append(
            {
                "plain": f"<p>{x}</p>",
                "word": f'<p class="MsoNormal" style="text-align:justify"><span lang="VI" style="font-size:14.0pt;font-family:&quot;Times New Roman&quot;">{x}<o:p></o:p></span></p>',
                "div": f'<div style="text-align:justify">{x}</div><div>&nbsp;</div>',
                "justify": f'<p style="text-align:justify"><span style="font-family:Arial"><span style="font-size:12pt">{x}</span></span></p>',
                "nfd": f"<p>{x}</p>",
            }[style]
        )
    if by:
        out.append(_sign(s.byline, r))
    return "\n".join(out)


_INNER = [
    "<p>Ý kiến ()</p><p>0 / 500 ký tự</p><p>Guest</p><p>Đang tải dữ liệu</p>",
    "<p>loading....</p>",
    "<p>Tag:</p><p>File đính kèm</p>",
    "<div class='x'><p><b>Tin liên quan</b></p><p><a href='/1'>Giao ban quý 1 của HĐND hai cấp</a></p><p><a href='/2'>Họp trù bị kỳ họp thứ 14</a></p></div>",
    "<p><b>Các tin khác</b></p><p><a href='/1'>- Giao ban quý 1 của HĐND hai cấp</a> (12/04/2024)</p><p><a href='/2'>- Họp trù bị kỳ họp thứ 14</a> (10/04/2024)</p>",
    "<div><b>Thăm dò ý kiến</b><p>Bạn biết đến trang qua đâu?</p><input type=radio>Báo chí<br><input type=radio>Bạn bè<br><input type=button value='Gửi'></div>",
    "<p>Từ khóa: HĐND, giao ban</p>",
    "<div><span>Chia sẻ</span> <span>Bản in</span></div>",
    "<p>Gửi bình luận</p><p>Họ tên</p><p>Nội dung</p>",
    '<p>{"id":12,"title":"Giao ban","sapo":"Ngày 14/10"}</p>',
]


def _inner(r: random.Random) -> str:
    return "".join(r.sample(_INNER, r.randint(0, 2)))


def _page(s: Story, main: str, r: random.Random, head: str = "") -> str:
    clock = r.choice(
        [
            "<div class='datetime'>Thứ ba, 19/11/2024 - 15:20</div>",
            "<span>Hôm nay, ngày 19 tháng 11 năm 2024</span>",
            "<div>19/11/2024 15:20:31</div>",
            "",
        ]
    )
    name = r.choice(["<h1>HỘI ĐỒNG NHÂN DÂN TỈNH MẪU</h1>", "<h2>Cổng thông tin điện tử</h2>", ""])
    menu = (
        "<div class='m1'>"
        + "".join(
            f"<span><a href='/{i}'>{t}</a></span>"
            for i, t in enumerate(
                ["Trang chủ", "Giới thiệu", "Hoạt động của HĐND", "Kỳ họp", "Văn bản", "Hỏi đáp"]
            )
        )
        + "</div>"
    )
    foot = r.choice(
        [
            "<div class='f1'><p>CỔNG THÔNG TIN ĐIỆN TỬ ĐOÀN ĐBQH VÀ HĐND TỈNH MẪU</p><p>Giấy phép số: 10/GP-STTTT, cấp ngày 20/10/2020</p><p>Người chịu trách nhiệm nội dung: Chánh Văn phòng</p></div>",
            "<p align=center>© 2018 hdnd.mau.gov.vn. Ghi rõ nguồn khi trích dẫn. Thiết kế bởi VNPT</p>",
            "<div><div>Địa chỉ: 01 Trần Phú, TP Mẫu - ĐT: (0212) 3852 001</div><div>Email: hdnd@mau.gov.vn</div></div>",
        ]
    )
    right = r.choice(
        [
            "<div class='r1'><div>VĂN BẢN MỚI</div><div><a href='/vb1'>Nghị quyết 45/NQ-HĐND ngày 10/07/2024</a></div><div>THỐNG KÊ TRUY CẬP</div><div>Đang online: 12</div><div>Tổng lượt truy cập: 1.002.003</div></div>",
            "",
        ]
    )
    title = r.choice([s.title, f"{s.title} - HĐND tỉnh Mẫu", "HĐND tỉnh Mẫu"])
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{_e(title)}</title>{head}</head><body>{clock}{name}{menu}<div class='wrap'>{main}{right}</div>{foot}</body></html>"


def press(s: Story, name: str, seed: int) -> str:
    return FRAMES[name](s, random.Random(f"outsider-{name}-{seed}"))


def _st(s: Story, html: str) -> str:
    return html.format(s.stamp) if s.stamp else ""


@FRAMES.register
def liferay4(s: Story, r: random.Random) -> str:
    return _page(
        s,
        f"<div class='portlet-boundary portlet-asset-publisher'><div class='asset-full-content'><h3 class='header-title'>{_e(s.title)}</h3>{_st(s, '<div class=metadata>{} | Lượt xem: 256</div>')}<div class='journal-content-article'>{_flow(s, r, True)}</div>{_inner(r)}</div></div>",
        r,
        "<link href='/o/frontend-css-web/main.css' rel=stylesheet>",
    )


@FRAMES.register
def bacninh4(s: Story, r: random.Random) -> str:
    return _page(
        s,
        f"<h1>Thực đơn</h1><div class=content><h1 id='contentDetailTitleId'>{_e(s.title)}</h1>{_st(s, '<div><span>{}</span> <span>Số lượt xem: 175</span></div>')}<div id='sapoDetailId'></div><div id='contentDetail'>{_flow(s, r, True)}{_inner(r)}</div></div>",
        r,
    )


@FRAMES.register
def dnn4(s: Story, r: random.Random) -> str:
    return _page(
        s,
        f"<form id=Form><div id=dnn_ContentPane><table id='dnn_ctr1_ViewNews_tbl'><tr><td id='dnn_ctr1_ViewNews_lblTieude'>{_e(s.title)}</td></tr>{_st(s, '<tr><td><span id=dnn_ctr1_ViewNews_lblNgaygio>{}</span></td></tr>')}<tr><td><div id='dnn_ctr1_ViewNews_divNoidung'>{_flow(s, r, True)}</div></td></tr><tr><td align=right><a href='#'>[Bản in]</a></td></tr><tr><td id='dnn_ctr1_ViewNews_listDadua'>TIN ĐÃ ĐƯA<ul><li><a href=/1>Giao ban lần 8</a> <i>(02/07/2024)</i></li></ul></td></tr></table>{_inner(r)}</div></form>",
        r,
    )


@FRAMES.register
def mojo4(s: Story, r: random.Random) -> str:
    return _page(
        s,
        f"<form id=aspnetForm><div class='mojo-content'><h2>{_e(s.title)}</h2>{_st(s, '<div class=date>{}</div>')}<div class='content-body'>{_flow(s, r, True)}{_inner(r)}</div><div id=loading>loading....</div></div></form>",
        r,
    )


@FRAMES.register
def mediatech4(s: Story, r: random.Random) -> str:
    return _page(
        s,
        f"<div class=col-md-8><h1 class=title-news>{_e(s.title)}</h1><div class=meta>{_st(s, '<span>{}</span>')} <a class=small>A</a> <a class=big>A</a></div><div class=sapo-news>{_e(s.sapo)}</div><div id='content-detail'>{_flow(s, r, False)}</div><div class=cmt>{_inner(r)}</div></div>",
        r,
    )


@FRAMES.register
def tandan4(s: Story, r: random.Random) -> str:
    return _page(
        s,
        f"<form><div class='tandan-content'><p class='tandan-p-article-news-title'>{_e(s.title)}</p>{_st(s, '<p><span class=tandan-span-date-publish>{}</span></p>')}<div class='tandan-p-article-news-summary'><b>{_e(s.sapo)}</b></div><div class='tandan-p-article-news-main'>{_flow(s, r, False)}</div>{_inner(r)}</div></form>",
        r,
    )


@FRAMES.register
def list_meta4(s: Story, r: random.Random) -> str:
    by = f"<li>{_e(s.byline)}</li>" if s.byline and ":" in s.byline else ""
    return _page(
        s,
        f"<div class=q1><div class=q2><h2 class=q3>{_e(s.title)}</h2><ul class=q4>{_st(s, '<li>{}</li>')}{by}<li>Lượt xem: 20</li></ul><div class=q5>{_flow(s, r, True, not by)}</div>{_inner(r)}</div></div>",
        r,
    )


@FRAMES.register
def cells4(s: Story, r: random.Random) -> str:
    return _page(
        s,
        f"<table class=t0><tr><td class=t1><table><tr><td><b>CHUYÊN MỤC</b></td></tr><tr><td><a href=/1>Kỳ họp</a></td></tr></table></td><td class=t2><table cellpadding=4><tr><td><b style='font-size:18px;color:#a00'>{_e(s.title)}</b></td></tr>{_st(s, '<tr><td><i>{}</i></td></tr>')}<tr><td><b>{_e(s.sapo)}</b></td></tr><tr><td>{_flow(s, r, False)}</td></tr><tr><td>{_inner(r)}</td></tr></table></td></tr></table>",
        r,
    )


@FRAMES.register
def bare4(s: Story, r: random.Random) -> str:
    glued = s.stamp and "T" in (s.published_at or "")
    lead = f"{s.stamp}<br>{_e(s.sapo)}" if glued else _e(s.sapo)
    return _page(
        s,
        f"<div><div><strong style='font-size:1.6em'>{_e(s.title)}</strong></div>{'' if glued else _st(s, '<div>{}</div>')}<div><p>{lead}</p>{_flow(s, r, False)}</div></div>{_inner(r)}",
        r,
    )
