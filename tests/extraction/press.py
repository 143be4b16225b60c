"""Sets a story in the mark-up of a family, with furniture: stories in, pages out.

A page is (family's frame) × (how paragraphs, pictures, bylines are set) × (furniture outside and
inside the content). The choices are random, of a fixed seed. Class names are the families' own.
"""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import random
import string
from html import escape

from tests.extraction.frames import Frames
from tests.extraction.stories import Story

FRAMES: Frames[Setter] = Frames()


def press(story: Story, frame: str, seed: int, *, quiet: bool = False) -> str:
    """Return the page of `story` in `frame`. `quiet` leaves the furniture inside the content out."""
    rng = random.Random(f"{frame}-{seed}")
    return FRAMES[frame](story, Setter(rng, quiet))


class Setter:
    """The choices of one page."""

    def __init__(self, rng: random.Random, quiet: bool) -> None:
        self.rng, self.quiet = rng, quiet
        self.hashes = [
            "".join(rng.choices(string.ascii_lowercase + string.digits, k=6)) for _ in range(40)
        ]

    def h(self, n: int) -> str:
        return "c" + self.hashes[n]

    # -- the text ------------------------------------------------------------------------

    def body(self, story: Story, *, lead: bool, byline: bool = True) -> str:
        rng = self.rng
        paragraphs = [*([story.sapo] if lead and story.sapo else []), *story.paragraphs]
        mode = rng.choice(["p", "p", "p", "div", "br", "word", "nbsp"])
        pictures = [self.picture(c, mode) for c in story.captions]
        places = sorted(
            rng.sample(range(1, len(paragraphs)), min(len(pictures), len(paragraphs) - 1))
        )
        parts: list[str] = []
        for number, text in enumerate(paragraphs):
            if number in places:
                parts.append(pictures[places.index(number)])
            first = number == 0 and lead
            parts.append(self.paragraph(text, mode, bold=first and rng.random() < 0.5))
        if byline and story.byline:
            parts.append(self.byline(story.byline, mode))
        return self.join(parts, mode)

    def join(self, parts: list[str], mode: str) -> str:
        if mode != "br":
            gap = "\n" if mode != "nbsp" else "\n<p>&nbsp;</p>\n"
            return gap.join(parts)
        out = ""
        for part in parts:
            block = part.startswith(("<table", "<div", "<figure", "<p"))
            out += (
                part
                if block
                else (
                    "<br><br>\n"
                    if (out and not out.endswith(">"))
                    or out.endswith(("</b>", "</strong>", "</em>", "</i>"))
                    else ""
                )
                + part
            )
        return out

    def paragraph(self, text: str, mode: str, bold: bool = False) -> str:
        inner = escape(text, quote=False)
        if self.rng.random() < 0.15:
            words = inner.split(" ")
            if len(words) > 8 and "&" not in inner:
                inner = " ".join(
                    [
                        *words[:3],
                        f"<strong>{words[3]}</strong>",
                        *words[4:6],
                        f"<a href='/tag/x'>{words[6]}</a>",
                        *words[7:],
                    ]
                )
        if bold:
            inner = f"<strong>{inner}</strong>"
        if mode == "br":
            return inner
        if mode == "div":
            return f"<div>{inner}</div>"
        if mode == "word":
            half = len(inner.split(" ")) // 2
            words = inner.split(" ")
            if "<" not in inner:
                inner = f'<span lang="VI" style="font-size:14.0pt">{" ".join(words[:half])} </span><span style="mso-bidi-font-weight:bold"><font face="Times New Roman">{" ".join(words[half:])}</font></span><o:p></o:p>'
            return f'<p class="MsoNormal" style="text-align:justify;text-indent:36.0pt">{inner}</p>'
        if mode == "nbsp":
            return f"<p style='text-align:justify'>{inner.replace(' và ', '&nbsp;và ')}</p>"
        return f"<p>{inner}</p>"

    def picture(self, caption: str, mode: str) -> str:
        rng = self.rng
        text = escape(caption)
        source = f"/upload/image/202404/{rng.randint(1, 999)}.jpg"
        ways = [
            f'<figure><img src="{source}" alt="{text}"><figcaption>{text}</figcaption></figure>',
            f'<table align="center"><tr><td><img src="{source}"></td></tr><tr><td>{text}</td></tr></table>',
            f'<p style="text-align:center"><img src="{source}"></p><p style="text-align:center"><em>{text}</em></p>',
            f'<p align="center"><img src="{source}" /></p><p align="center">{text}</p>',
            f'<div class="wp-caption"><img src="{source}"><p class="wp-caption-text">{text}</p></div>',
            f'<p><img src="{source}" alt="{text}"></p><p>{text}</p>',
            f'<p style="text-align:center"><img src="{source}"><br><em>{text}</em></p>',
            f'<div style="text-align:center"><img src="{source}"></div><div style="text-align:center"><i>{text}</i></div><div style="text-align:center"><i>{text}</i></div>',
            f'<p><img src="{source}" title="x"></p><p class="{self.h(30)}"><i>{text}</i></p>',
        ]
        return rng.choice(ways)

    def byline(self, text: str, mode: str) -> str:
        inner = escape(text, quote=False)
        if mode == "br":
            return self.rng.choice(
                [
                    f"<strong>{inner}</strong>",
                    f"<em>{inner}</em>",
                    inner,
                    f'<div align="right">{inner}</div>',
                ]
            )
        return self.rng.choice(
            [
                f'<p style="text-align: right;"><strong>{inner}</strong></p>',
                f'<p align="right">{inner}</p>',
                f'<p style="text-align:right"><em>{inner}</em></p>',
                f"<p><strong>{inner}</strong></p>",
                f"<p>{inner}</p>",
                f'<div style="text-align:right;font-weight:bold">{inner}</div>',
            ]
        )

    # -- furniture -----------------------------------------------------------------------

    def top(self) -> str:
        rng = self.rng
        clock = rng.choice(
            [
                "Thứ Sáu, 24/05/2024 23:08 (GMT +7)",
                "Hôm nay: Thứ Hai, ngày 18 tháng 11 năm 2024",
                "Thứ ba, 01/10/2024, 08:15:22",
                "",
            ]
        )
        menu = "".join(
            f'<li><a href="/{s}">{t}</a></li>'
            for s, t in [
                ("", "Trang chủ"),
                ("gioi-thieu", "Giới thiệu"),
                ("tin-tuc", "Tin tức - Sự kiện"),
                ("van-ban", "Văn bản"),
                ("lien-he", "Liên hệ"),
            ]
        )
        skip = rng.choice(
            [
                '<a href="#main">Truy cập nội dung luôn</a>',
                '<a class="s4-signInLink" href="/_layouts/login">Sign In</a>',
                "",
            ]
        )
        name = rng.choice(
            [
                "<h1>Thực đơn</h1>",
                "<h1>Trang thông tin điện tử huyện Mẫu</h1>",
                '<div class="logo"><a href="/"><img src="/logo.png" alt="Cổng TTĐT"></a></div>',
                '<h1 style="display:none">Home</h1>',
            ]
        )
        return f"{skip}<div class='{self.h(1)}'>{name}</div><div class='{self.h(2)}'>{clock}</div><ul class='{self.h(3)}'>{menu}</ul><form action='/tim-kiem'><input type='text' value='Tìm kiếm'><input type='submit' value='Tìm'></form>"

    def bottom(self) -> str:
        return self.related(outside=True) + self.side() + self.footer()

    def side(self) -> str:
        links = "".join(
            f"<li><a href='/tin-{n}.html'>Giao ban công tác dân vận quý {n}</a> <span>0{n}/11/2024</span></li>"
            for n in range(1, 4)
        )
        poll = "<form><p>Bạn đánh giá thế nào về cổng thông tin?</p><input type='radio' name='p'> Rất tốt<br><input type='radio' name='p'> Tốt<br><input type='radio' name='p'> Chưa tốt<input type='button' value='Bình chọn'></form>"
        return f"<div class='{self.h(4)}'><h3>Tin đọc nhiều</h3><ul>{links}</ul></div><div class='{self.h(5)}'><h3>Thăm dò ý kiến</h3>{poll}</div><div class='{self.h(6)}'><h3>Thống kê truy cập</h3><p>Đang online: 15</p><p>Hôm nay: 1.234</p><p>Tổng lượt truy cập: 1.234.567</p></div><div><h3>Liên kết web</h3><select><option>Chính phủ</option><option>Quốc hội</option></select></div>"

    def footer(self) -> str:
        return (
            self.rng.choice(
                [
                    "<div class='{0}'><p>Cơ quan chủ quản: UBND huyện Mẫu</p><p>Giấy phép số 12/GP-TTĐT do Sở Thông tin và Truyền thông cấp ngày 15/08/2019</p><p>Địa chỉ: Số 1, đường Hùng Vương, thị trấn Mẫu. Điện thoại: 0233.3822.123 - Email: banbientap@mau.gov.vn</p></div>",
                    "<table width='100%'><tr><td align='center'><b>CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN MẪU</b><br>Giấy phép thiết lập trang tin số 05/GP-STTTT ngày 02/03/2018.<br>Chịu trách nhiệm chính: Ông Nguyễn Văn Mẫu, Chánh Văn phòng<br>Ghi rõ nguồn khi phát hành lại thông tin từ website này.</td></tr></table>",
                    "<footer>© 2024 Bản quyền thuộc về UBND tỉnh. Giấy phép số: 77/GP-TTĐT ngày 1/2/2020</footer>",
                ]
            ).format(self.h(7))
            + '<script>document.write(\'<h1>Tiêu đề lặp lại</h1>\');var s={"sapo":"lặp lại"};</script>'
        )

    def related(self, outside: bool = False) -> str:
        heading = self.rng.choice(
            [
                "Tin liên quan",
                "TIN ĐÃ ĐƯA",
                "Những tin cũ hơn",
                "Các tin khác",
                "Tin cùng chuyên mục",
                "Tin mới hơn",
                "Các bài viết khác:",
                "Xem thêm",
            ]
        )
        items = "".join(
            f"<li><a href='/bai-{n}.html'>Hội nghị giao ban tháng {n} của Huyện ủy và các phòng ban</a> <span>(0{n}/02/2024)</span></li>"
            for n in range(2, 6)
        )
        flat = "".join(
            f"<p><a href='/bai-{n}.html'>Giao ban khối Đảng tháng {n} năm 2024 tại huyện Mẫu</a> - 1{n}/02/2024 08:00</p>"
            for n in range(2, 5)
        )
        ways = [
            f"<div class='{self.h(8)}'><h3>{heading}</h3><ul>{items}</ul></div>",
            f"<p><strong>{heading}</strong></p><ul>{items}</ul>",
        ]
        if outside:
            ways += [
                f"<div><b>{heading}</b></div><div>{flat}</div>",
                f"<table><tr><td>{heading}</td></tr><tr><td>{flat}</td></tr></table>",
            ]
        else:
            ways += [f"<p>{heading}</p>{flat}"]
        return self.rng.choice(ways)

    def tools(self) -> str:
        if self.quiet:
            return ""
        all_ = [
            "<div><a href='javascript:print()'>Bản in</a> | <a href='#'>Gửi Email</a> | <a href='#'>Chia sẻ</a></div>",
            "<div>Cỡ chữ: <a href='#'>A-</a> <a href='#'>A</a> <a href='#'>A+</a></div>",
            "<div><span>A</span> <span>A</span></div>",
            "<div><button>Đọc bài</button></div>",
            "<div><a href='#'>Nghe đọc bài</a></div>",
            "<p>Chia sẻ</p>",
            "<div><a href='#'><img src='/icon/print.png'> In trang</a></div>",
            "<p>Lưu bài viết</p>",
        ]
        return "".join(self.rng.sample(all_, self.rng.randint(0, 3)))

    def inside(self) -> str:
        """Furniture at the end of the content, inside its container."""
        if self.quiet:
            return ""
        rng = self.rng
        all_ = [
            "<div><p>Ý kiến ()</p><textarea></textarea><p>0 / 500 ký tự</p><p>Guest</p><p>Đang tải dữ liệu</p></div>",
            "<h3>Ý kiến bạn đọc</h3><p>Gửi bình luận</p>",
            "<div class='{0}'><h4>Ý kiến bạn đọc (2)</h4><p>Hoàng Nam: Tôi rất đồng tình với nội dung buổi họp, mong các cấp sớm giải quyết kiến nghị của bà con thôn Đông chúng tôi.</p></div>",
            "<p>Tag:</p><p>File đính kèm</p>",
            "<p>Từ khóa: <a href='/tag/giao-ban'>giao ban</a>, <a href='/tag/huyen-uy'>huyện ủy</a></p>",
            "<p>[Trở về]</p><p>Bản in]</p>",
            "<p>loading....</p>",
            "<p>Số lượt người xem : 1.204</p>",
            "<div>Đánh giá bài viết: <input type='radio'>1<input type='radio'>2<input type='radio'>3</div>",
            "<div style='display:none'>Nội dung này bị ẩn đi và không ai đọc được trên trang của cổng thông tin.</div>",
            "<p>Tổng số điểm của bài viết là: 5 trong 1 đánh giá</p><p>Click để đánh giá bài viết</p>",
            "<p>Các tệp đính kèm:</p>",
            "<p><a href='#'>Chia sẻ Facebook</a></p>",
        ]
        picked = [
            w.format(self.h(9)) if "{0}" in w else w for w in rng.sample(all_, rng.randint(0, 4))
        ]
        if rng.random() < 0.5:
            picked.insert(rng.randint(0, len(picked)), self.related())
        # Comments end a page: what follows would be a comment.
        picked.sort(key=lambda w: "kiến bạn đọc" in w)
        return "".join(picked)

    def page(self, story: Story, body: str, head: str = "") -> str:
        site = " - Cổng thông tin điện tử huyện Mẫu"
        title = self.rng.choice(
            [story.title + site, story.title, "Cổng thông tin điện tử huyện Mẫu"]
        )
        meta = self.rng.choice(
            [
                '<meta property="article:published_time" content="2026-09-30+0721:26:36">',
                '<meta name="DC.Date" content="2021-01-01T01:01:01+07:00">',
                "",
            ]
        )
        return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{escape(title)}</title>{meta}{head}<style>.x{{}}</style></head><body>{body}</body></html>'


def _e(text: str | None) -> str:
    return escape(text or "", quote=False)


@FRAMES.register
def vhv(s: Story, p: Setter) -> str:
    own = p.rng.random() < 0.7
    stamp = f'<span class="post-date">{_e(s.stamp)}</span>' if s.stamp else ""
    brief = f'<div class="article-brief">{_e(s.sapo)}</div>' if own else ""
    author = p.rng.random() < 0.4 and bool(s.author) and not s.source
    by = f'<div class="author">Tác giả: {_e(s.author)}</div>' if author else ""
    return p.page(
        s,
        f"""{p.top()}<main><article class="news-detail-layout-type-2"><div class="article-content"><h1 class="title-detail">{_e(s.title)}</h1>{stamp}{p.tools()}
    {brief}<div class="article-content font-size-text">{p.body(s, lead=not own, byline=not author)}{p.inside()}</div>{by}<div class="source"></div><div class="article-tags">Tag: </div><div class="rating">Đánh giá</div>
    <div class="block_share">Chia sẻ</div></div><div class="frame-tinlquan"><h3>Tin liên quan</h3><ul><li><a href="/a.html">Giao ban tuần trước của huyện</a> <span class="post-date">01/01/2024 | 10:00</span></li></ul></div></article></main>{p.bottom()}""",
    )


@FRAMES.register
def liferay_bacninh(s: Story, p: Setter) -> str:
    own = p.rng.random() < 0.6
    views = f" Số lượt xem: {s.views}" if s.views and "xem" not in (s.stamp or "") else ""
    stamp = f'<div class="date">{_e(s.stamp)}{views}</div>' if s.stamp else ""
    sapo = _e(s.sapo) if own else ""
    return p.page(
        s,
        f"""{p.top()}<div class="portlet-body"><h1>Thực đơn</h1><div class="news-detail"><h1 id="contentDetailTitleId">{_e(s.title)}</h1>{stamp}{p.tools()}
    <div id="sapoDetailId"><strong>{sapo}</strong></div><div id="contentDetail">{p.body(s, lead=not own)}{p.inside()}</div></div></div>{p.bottom()}""",
    )


@FRAMES.register
def liferay(s: Story, p: Setter) -> str:
    stamp = f'<div class="{p.h(10)}">{_e(s.stamp)}</div>' if s.stamp else ""
    return p.page(
        s,
        f"""<a href="#main-content">Truy cập nội dung luôn</a>{p.top()}<div class="portlet-asset-publisher" id="portlet_101_INSTANCE_x"><h1 class="asset-title">{_e(s.title)}</h1>{stamp}{p.tools()}
    <div class="journal-content-article">{p.body(s, lead=True)}{p.inside()}</div></div>{p.bottom()}""",
        '<script src="/o/frontend-js-web/liferay/modal.js"></script>',
    )


@FRAMES.register
def dotnetnuke(s: Story, p: Setter) -> str:
    own = p.rng.random() < 0.5
    glued = own and s.stamp and "CH" in s.stamp and p.rng.random() < 0.5
    stamp = (
        f'<span id="dnn_ctr437_ViewNews_lblNgaydang">{_e(s.stamp)}</span>'
        if s.stamp and not glued
        else ""
    )
    sapo = (
        f'<tr><td><span id="dnn_ctr437_ViewNews_lblTomtat"><b>{_e(s.stamp) + "<br>" if glued else ""}{_e(s.sapo)}</b></span></td></tr>'
        if own
        else ""
    )
    old = "<table id='dnn_ctr437_ViewNews_listDadua'><tr><td>TIN ĐÃ ĐƯA</td></tr><tr><td><a href='/x'>Giao ban tháng trước ở huyện</a> (12/02/2020)</td></tr></table>"
    return p.page(
        s,
        f"""<form id="Form" method="post"><input type="hidden" name="__VIEWSTATE" value="x">{p.top()}<div id="dnn_ContentPane"><table width="100%"><tr><td><span id="dnn_ctr437_ViewNews_lblTieude" class="t">{_e(s.title)}</span></td></tr>
    <tr><td align="right">{stamp}</td></tr>{sapo}<tr><td><div id="dnn_ctr437_ViewNews_divNoidung">{p.body(s, lead=not own)}{p.inside()}</div></td></tr><tr><td>{p.tools()}</td></tr></table>{old}</div>{p.bottom()}</form>""",
    )


@FRAMES.register
def mediatech(s: Story, p: Setter) -> str:
    own = p.rng.random() < 0.5
    stamp = (
        f'<div class="{p.rng.choice(["date", "time", p.h(11)])}">{_e(s.stamp)} <a>A</a> <a>A</a></div>'
        if s.stamp
        else ""
    )
    sapo = f'<div class="{p.rng.choice(["sapo", p.h(12)])}">{_e(s.sapo)}</div>' if own else ""
    return p.page(
        s,
        f"""{p.top()}<div class="detail"><h1>{_e(s.title)}</h1>{stamp}{p.tools()}{sapo}<div id="content-detail">{p.body(s, lead=not own)}{p.inside()}</div>
    <div class="tags">Từ khóa</div><div>Tin liên quan</div><ul><li><a href="/giao-ban-5.html">Giao ban báo chí quý trước</a></li></ul><div>Ý kiến bạn đọc</div></div>{p.bottom()}""",
        '<link rel="icon" href="https://media.mau.vn/upload/image/202001/f.ico">',
    )


@FRAMES.register
def mojoportal(s: Story, p: Setter) -> str:
    stamp = f'<div class="{p.h(13)}">{_e(s.stamp)}</div>' if s.stamp else ""
    head = p.rng.choice(
        [
            f"<h1>{_e(s.title)}</h1>",
            f'<h2 class="{p.h(14)}">{_e(s.title)}</h2>',
            f'<div class="title">{_e(s.title)}</div>',
        ]
    )
    return p.page(
        s,
        f"""<form id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="x">{p.top()}<div class="art-content">{head}{stamp}{p.tools()}<div class="{p.h(15)}">{p.body(s, lead=True)}{p.inside()}</div></div>{p.bottom()}</form>""",
        '<link href="/Data/Sites/12/skins/a/style.css" rel="stylesheet">',
    )


@FRAMES.register
def vnpt(s: Story, p: Setter) -> str:
    own = p.rng.random() < 0.7
    stamp = f'<span class="PostDate">{_e(s.stamp)}</span>' if s.stamp else ""
    summary = f'<div class="ArticleSummary">{_e(s.sapo)}</div>' if own else ""
    return p.page(
        s,
        f"""{p.top()}<div class="ArticleDetail"><h1 class="ArticleHeader">{_e(s.title)}</h1>{stamp}{p.tools()}{summary}<div class="ArticleContent">{p.body(s, lead=not own)}{p.inside()}</div></div>{p.bottom()}""",
    )


@FRAMES.register
def sharepoint_lacviet(s: Story, p: Setter) -> str:
    stamp = f'<tr><td class="Time">{_e(s.stamp)}</td></tr>' if s.stamp else ""
    return p.page(
        s,
        f"""<h1 style="display:none">Home</h1><a class="s4-signInLink" href="#">Sign In</a><form id="aspnetForm">{p.top()}<table><tr><td><p class="Title">{_e(s.title)}</p></td></tr>{stamp}
    <tr><td><b class="lv_description_mode1">{_e(s.sapo)}</b></td></tr><tr><td><div class="ExternalClassA1B2C3">{p.body(s, lead=False)}{p.inside()}</div></td></tr><tr><td>Số lượt người xem : 512</td></tr><tr><td><a href="#">Bản in</a></td></tr></table>
    <div>TIN ĐÃ ĐƯA</div><ul><li><a href="/y">Giao ban khối nội chính tháng 2</a> (01/02/2019)</li></ul>{p.bottom()}</form>""",
    )


@FRAMES.register
def sharepoint_tandan(s: Story, p: Setter) -> str:
    stamp = f'<span class="tandan-span-date-publish">{_e(s.stamp)}</span>' if s.stamp else ""
    return p.page(
        s,
        f"""<form>{p.top()}<div class="tandan-p-article-news"><h2 class="tandan-p-article-news-title">{_e(s.title)}</h2>{stamp}{p.tools()}<p class="tandan-p-article-news-summary">{_e(s.sapo)}</p>
    <div class="tandan-p-article-news-main"><div class="ms-rtestate-field">{p.body(s, lead=False)}{p.inside()}</div></div></div>{p.bottom()}</form>""",
    )


@FRAMES.register
def nukeviet(s: Story, p: Setter) -> str:
    named = bool(s.author) and not s.source and p.rng.random() < 0.5
    by = f'<p class="h5 text-right"><strong>Tác giả: </strong>{_e(s.author)}</p>' if named else ""
    stamp = f'<span class="h5" itemprop="datePublished">{_e(s.stamp)}</span>' if s.stamp else ""
    return p.page(
        s,
        f"""{p.top()}<div class="news_column panel panel-default"><div class="panel-body"><h1 class="title margin-bottom-lg" itemprop="headline">{_e(s.title)}</h1><div class="row"><em class="pull-left">{stamp}</em>{p.tools()}</div>
    <div class="hometext m-bottom" itemprop="description">{_e(s.sapo)}</div><div id="news-bodyhtml" class="bodytext margin-bottom-lg">{p.body(s, lead=False, byline=not named)}{p.inside()}</div>{by}
    <form id="form3B"><div id="stringrating">Tổng số điểm của bài viết là: 0 trong 0 đánh giá</div></form></div></div><div id="idcomment"><h3>Ý kiến bạn đọc</h3><p>Mã bảo mật</p></div><p class="h3"><strong>Những tin cũ hơn</strong></p><ul class="related"><li><a href="/vi/news/a-5.html">Giao ban xã tháng 1</a> (05/01/2024)</li></ul>{p.bottom()}""",
        '<meta name="generator" content="NukeViet v4.5">',
    )


@FRAMES.register
def wordpress(s: Story, p: Setter) -> str:
    stamp = f'<time class="entry-date published">{_e(s.stamp)}</time>' if s.stamp else ""
    return p.page(
        s,
        f"""{p.top()}<article class="post"><header class="entry-header"><h1 class="entry-title">{_e(s.title)}</h1><div class="entry-meta">{stamp}</div></header><div class="entry-content">{p.tools()}{p.body(s, lead=True)}{p.inside()}</div><footer class="entry-footer">Chuyên mục: Tin tức</footer></article>{p.bottom()}""",
    )


@FRAMES.register
def joomla(s: Story, p: Setter) -> str:
    stamp = (
        f'<dl class="article-info"><dd class="published">{_e(s.stamp)}</dd></dl>' if s.stamp else ""
    )
    return p.page(
        s,
        f"""{p.top()}<div class="item-page" itemscope><div class="page-header"><h2 itemprop="headline">{_e(s.title)}</h2></div>{stamp}{p.tools()}<div itemprop="articleBody">{p.body(s, lead=True)}{p.inside()}</div></div>{p.bottom()}""",
        '<meta name="generator" content="Joomla! - Open Source Content Management">',
    )


@FRAMES.register
def laravel(s: Story, p: Setter) -> str:
    stamp = f'<p class="{p.h(16)}">{_e(s.stamp)}</p>' if s.stamp else ""
    return p.page(
        s,
        f"""{p.top()}<div class="container"><h1 class="post-title">{_e(s.title)}</h1>{stamp}{p.tools()}<div class="post-content">{p.body(s, lead=True)}{p.inside()}</div></div>{p.bottom()}""",
        '<meta name="csrf-token" content="x">',
    )


@FRAMES.register
def nameless_hashed(s: Story, p: Setter) -> str:
    own = p.rng.random() < 0.5
    stamp = f'<div class="{p.h(17)}">{_e(s.stamp)}</div>' if s.stamp else ""
    sapo = f'<div class="{p.h(18)}">{_e(s.sapo)}</div>' if own else ""
    early = p.rng.random() < 0.25
    return p.page(
        s,
        f"""<div class="{p.h(19)}">{p.top()}</div><div class="{p.h(20)}"><div class="{p.h(21)}">{stamp if early else ""}<h1 class="{p.h(22)}">{_e(s.title)}</h1>{"" if early else stamp}{p.tools()}{sapo}<div class="{p.h(23)}">{p.body(s, lead=not own)}{p.inside()}</div></div><div class="{p.h(24)}">{p.side()}</div></div>{p.bottom()}""",
    )


@FRAMES.register
def nameless_tables(s: Story, p: Setter) -> str:
    own = p.rng.random() < 0.5
    stamp = f'<tr><td align="right"><i>{_e(s.stamp)}</i></td></tr>' if s.stamp else ""
    sapo = f"<tr><td><b>{_e(s.sapo)}</b></td></tr>" if own else ""
    return p.page(
        s,
        f"""<table width="100%"><tr><td colspan="3">{p.top()}</td></tr><tr><td width="20%" valign="top">{p.side()}</td><td valign="top"><table><tr><td><font size="4"><b>{_e(s.title)}</b></font></td></tr>{stamp}{sapo}<tr><td>{p.body(s, lead=not own)}{p.inside()}</td></tr></table>{p.related(outside=True)}</td><td width="20%"><b>Thông báo</b><br><a href="/tb">Thông báo tuyển dụng viên chức năm 2024</a></td></tr><tr><td colspan="3">{p.footer()}</td></tr></table>""",
    )


@FRAMES.register
def nameless_flat(s: Story, p: Setter) -> str:
    title = p.rng.choice(
        [f"<h2>{_e(s.title)}</h2>", f'<p style="font-size:22px;font-weight:bold">{_e(s.title)}</p>']
    )
    stamp = f"<p><small>{_e(s.stamp)}</small></p>" if s.stamp else ""
    return p.page(
        s,
        f"""{p.top()}<hr>{title}{stamp}{p.tools()}{p.body(s, lead=True)}{p.inside()}<hr>{p.bottom()}""",
    )
