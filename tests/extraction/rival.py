"""A second hand: pages as somebody else would set them, written to break the rules.

Same stories as `press`, other habits: other wordings of furniture, lists and tables in the text,
stamps on the title's line, bylines above the text, comments with sentences, related boxes in the
middle, several layers of layout tables, pages that are all <div>.
"""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import base64
import random
import string
import unicodedata
from html import escape

from tests.extraction.frames import Frames
from tests.extraction.stories import Story


def _e(text: str | None) -> str:
    return escape(text or "", quote=False)


def _entities(text: str) -> str:
    """Vowels as entities with the tone as a combining mark, as old editors save them."""
    names = {
        "â": "&acirc;",
        "ê": "&ecirc;",
        "ô": "&ocirc;",
        "à": "&agrave;",
        "á": "&aacute;",
        "ó": "&oacute;",
        "ò": "&ograve;",
        "í": "&iacute;",
    }
    out = []
    for c in text:
        parts = unicodedata.normalize("NFD", c)
        if len(parts) == 3:
            base = unicodedata.normalize(
                "NFC", parts[0] + (parts[1] if parts[1] in "\u0302\u0306\u031b" else parts[2])
            )
            tone = parts[2] if parts[1] in "\u0302\u0306\u031b" else parts[1]
            out.append(names.get(base, base) + f"&#{ord(tone)};")
        else:
            out.append(names.get(c, c))
    return "".join(out)


class Hand:
    def __init__(self, rng: random.Random) -> None:
        self.r = rng
        self.k = [
            "".join(
                rng.choices(string.ascii_letters, k=1)
                + rng.choices(string.ascii_letters + string.digits + "_", k=rng.randint(4, 7))
            )
            for _ in range(30)
        ]

    def text(self, s: Story, lead: bool, by: bool) -> str:
        r = self.r
        mode = r.choice(["p", "brbr", "br1", "divspan", "word", "pbr", "section"])
        paras = ([s.sapo] if lead and s.sapo else []) + s.paragraphs
        spots = sorted(r.sample(range(1, len(paras)), min(len(s.captions), len(paras) - 1)))
        out: list[str] = []
        use_entities = r.random() < 0.2
        for i, t in enumerate(paras):
            if i in spots:
                src = f"https://media.x.vn/photos/{i}-{r.randint(1, 999)}.JPG"
                out.append(self.image(s.captions[spots.index(i)], src, mode))
            inner = _entities(_e(t)) if use_entities else _e(t)
            if r.random() < 0.1:
                inner = inner.replace("nghị ", "ng\u00adhị ")
            if i == 0 and lead:
                inner = r.choice(
                    [
                        "{}",
                        "<b>{}</b>",
                        "<strong><span>{}</span></strong>",
                        '<span style="font-weight:bold">{}</span>',
                    ]
                ).format(inner)
            short = len(t) < 40 and not t.endswith(".") and not t.startswith(("-", "1", "2"))
            if mode == "p" and short:
                out.append(
                    r.choice(
                        [
                            f"<h3>{inner}</h3>",
                            f"<p><strong>{inner}</strong></p>",
                            f"<h2><span>{inner}</span></h2>",
                        ]
                    )
                )
            elif t.startswith("- ") and mode in {"p", "section"} and r.random() < 0.5:
                out.append(f"<ul style='list-style:none'><li>{inner}</li></ul>")
            elif mode in {"p", "section"}:
                out.append(
                    r.choice(
                        [
                            "<p>{}</p>",
                            '<p style="text-align:justify">\n\t{}\n</p>',
                            "<p><span style='font-size:16px'>{}</span></p>",
                        ]
                    ).format(inner)
                )
            elif mode == "pbr":
                out.append(f"<p>{inner}<br></p>")
            elif mode == "divspan":
                out.append(
                    f'<div style="text-align:justify"><span style="font-family:arial"><span>{inner}</span></span></div>'
                )
            elif mode == "word":
                cut = inner.rfind(" ", 0, len(inner) // 2)
                cut = cut if cut > 0 and "&" not in inner else 0
                out.append(
                    f'<p class="MsoNormal" style="margin:6pt 0"><o:p></o:p><span lang=EN-US>{inner[:cut]}</span><span lang="VI">{inner[cut:]}<o:p>&nbsp;</o:p></span></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>'
                )
            else:
                out.append(inner)
        if by and s.byline:
            b = _e(s.byline)
            ways = [
                f'<p style="text-align:right"><strong>{b}</strong></p>',
                f'<div class="{self.k[0]}" align=right><i>{b}</i></div>',
                f"<p><em><strong>{b}</strong></em></p>",
                f'<p class="pAuthor">{b}</p>',
                f'<p dir="ltr" style="text-align: right;"><span><b>{b}</b></span></p>',
                f"<p>&nbsp; &nbsp; &nbsp; {b}</p>",
            ]
            out.append(
                r.choice(ways)
                if mode not in {"brbr", "br1"}
                else r.choice([f"<b>{b}</b>", b, f"<div style='float:right'>{b}</div>"])
            )
        glue = {
            "brbr": "<br /><br />",
            "br1": "<br>\n"
            if all(
                x.rstrip(">").endswith(
                    (".", "/", ";", "table", "div", "figure", "b", "span", "strong", "p")
                )
                for x in out[:-1]
            )
            else "<br><br>",
        }.get(mode, "\n")
        inner = glue.join(out)
        return f"<section>{inner}</section>" if mode == "section" else inner

    def image(self, caption: str, src: str, mode: str) -> str:
        c = _e(caption)
        return self.r.choice(
            [
                f'<table class="image center"><tbody><tr><td><img src="{src}" alt=""></td></tr><tr><td><em>{c}</em></td></tr></tbody></table>',
                f'<figure class="image"><img src="{src}" alt="{c}"><figcaption><span>{c}</span></figcaption></figure>',
                f'<div class="{self.k[1]}"><img src="{src}"><div class="{self.k[2]}"><i>{c}</i></div></div>',
                f'<p style="text-align:center"><img src="{src}" title="{c}" alt="{c}"></p>\n<p style="text-align:center"><span style="font-size:12px"><em>{c}</em></span></p>',
                f'<div class="expNoEdit"><div><img data-src="{src}" src="data:image/gif;base64,R0lGOD"></div><p class="image-caption">{c}</p></div>',
                f'<center><img src="{src}" width=500></center><center><font size="2" color="blue">{c}</font></center>',
                f'<p><img src="{src}"></p><p style="text-align:center">{c}</p><p style="text-align:center">{c}</p>',
            ]
        )

    def comments(self) -> str:
        return self.r.choice(
            [
                "<div><b>Bình luận (1)</b><div>Lê Hòa</div><div>Bài viết rất hay, mong huyện ta sớm triển khai các kết luận của buổi giao ban lần này.</div><a href='#'>Trả lời</a></div>",
                "<div>Ý KIẾN BẠN ĐỌC</div><form><input type=text name=hoten placeholder='Họ tên'><textarea></textarea><p>Vui lòng gõ tiếng Việt có dấu</p><button>Gửi</button></form>",
                "<p>Gửi ý kiến của bạn</p><p>Họ và tên *</p><p>Email *</p><p>Nội dung *</p>",
                "<div><span>Ý kiến ()</span><div>0 / 500 ký tự</div><span>Guest</span><div>Đang tải dữ liệu...</div></div>",
                "<h4>Để lại bình luận</h4><p>Chưa có bình luận nào</p>",
            ]
        )

    def related(self) -> str:
        r = self.r
        head = r.choice(
            [
                "TIN ĐÃ ĐƯA",
                "Bài viết liên quan",
                "Tin cùng chuyên mục:",
                "Các tin đã đưa",
                "CÁC TIN KHÁC",
                "Tin mới hơn:",
                "Những tin mới hơn",
                "Bài cùng chuyên mục",
                "Tin tức khác",
                "Có thể bạn quan tâm",
            ]
        )
        rows = [
            (
                "Thường trực Huyện ủy giao ban tháng 11 với các phòng, ban chuyên môn",
                "05/11/2023 10:22",
            ),
            ("Giao ban báo chí quý 4: nhiều điểm sáng", "02/10/2023"),
            ("Họp giao ban khối nội chính đánh giá kết quả quý 3 của toàn tỉnh", "(01/09/2023)"),
        ]
        return r.choice(
            [
                f"<div class='{self.k[3]}'><div>{head}</div>"
                + "".join(
                    f"<div><a href='/n{i}'>{t}</a><span> {d}</span></div>"
                    for i, (t, d) in enumerate(rows)
                )
                + "</div>",
                f"<div><strong>{head}</strong></div><ul>"
                + "".join(
                    f"<li><a href='/n{i}'>{t}</a> <i>{d}</i></li>" for i, (t, d) in enumerate(rows)
                )
                + "</ul>",
                f"<table><tr><td><b>{head}</b></td></tr>"
                + "".join(
                    f"<tr><td><a href='/n{i}'>{t}</a></td><td>{d}</td></tr>"
                    for i, (t, d) in enumerate(rows)
                )
                + "</table>",
                f"<div><h3>{head}</h3>"
                + "".join(
                    f"<div><img src='/t{i}.jpg'><h4><a href='/n{i}'>{t}</a></h4><p>{d}</p><p>Sáng nay, lãnh đạo huyện đã họp để đánh giá tình hình thực hiện nhiệm vụ của tháng và bàn việc tháng tới.</p></div>"
                    for i, (t, d) in enumerate(rows)
                )
                + "</div>",
            ]
        )

    def extras(self) -> str:
        r = self.r
        pool = [
            "<div>Thăm dò ý kiến<p>Theo bạn, giao diện mới thế nào?</p><label><input type=radio> Đẹp</label><label><input type=radio> Bình thường</label><button>Biểu quyết</button> <a>Xem kết quả</a></div>",
            "<p>Từ khóa:</p>",
            "<div>Tags: </div>",
            "<p>File đính kèm:</p>",
            "<div><a href='#'>In bài viết</a> <a href='#'>Gửi bài viết</a></div>",
            "<div>Lượt xem: 345</div>",
            "<p>Đánh giá bài viết:</p><p>★★★★★</p>",
            "<div>0 / 5 (0 đánh giá)</div>",
            "<p><a href='/'>Về trang chủ</a></p>",
            "<div>Chia sẻ: <a>Facebook</a> <a>Zalo</a></div>",
            "<div style='visibility:hidden'>Trình đơn ẩn của trang dành cho người quản trị nội dung</div>",
            "<div>[Quay lại]</div>",
            "<p>Loading...</p>",
            "<div>Lên đầu trang</div>",
            "<p>Nghe nội dung</p>",
            "<div>Theo dõi chúng tôi trên Facebook</div>",
            "<div>Sao chép liên kết</div>",
        ]
        return "".join(r.sample(pool, r.randint(0, 4)))

    def tail(self) -> str:
        parts = [self.extras()]
        if self.r.random() < 0.5:
            parts.append(self.related())
        if self.r.random() < 0.5:
            parts.append(self.comments())
        return "".join(parts)

    def bar(self) -> str:
        return "".join(
            self.r.sample(
                [
                    "<div>A A A</div>",
                    "<div><a>A-</a><a>A+</a></div>",
                    "<div>Cỡ chữ </div>",
                    "<div>Đọc bài viết</div>",
                    "<div><i>Nghe đọc bài</i></div>",
                    "<p>In trang</p>",
                    "<div>Chia sẻ bài viết</div>",
                    "<div>Màu chữ</div>",
                ],
                self.r.randint(0, 3),
            )
        )

    def shell(self, s: Story, main: str, head: str = "") -> str:
        r = self.r
        state = (
            '<script type="application/json">{"title":"x","sapo":"Bản sao của sapo"}</script><script>var d="'
            + base64.b64encode(b'{"a":1}').decode()
            + '";document.write("<p>Bản sao</p>")</script>'
        )
        clock = r.choice(
            [
                "<span id='clock'>Thứ 2, 11/11/2024 09:10:11</span>",
                "<div>Thứ hai, ngày 11/11/2024</div>",
                "<div>Hôm nay, 11/11/2024</div>",
                "",
            ]
        )
        nav = r.choice(
            [
                "<div><a href=/>Trang chủ</a><a href=/a>Tin tức</a><a href=/b>Văn bản điều hành</a><a href=/c>Thủ tục hành chính</a></div>",
                "<nav><ul><li><a href=/>Trang chủ</a></li><li><a href=/x>Chính trị</a></li></ul></nav>",
                "<table><tr><td><a href=/>TRANG CHỦ</a></td><td><a href=/x>GIỚI THIỆU</a></td></tr></table>",
            ]
        )
        crumb = r.choice(
            [
                "<div><a href=/>Trang chủ</a> » <a href=/t>Tin tức</a> » <a href=/t/x>Hoạt động của lãnh đạo</a></div>",
                "<ul><li><a href=/>Trang chủ</a></li><li><a href=/t>Tin tức - Sự kiện</a></li></ul>",
                "",
            ]
        )
        foot = r.choice(
            [
                "<div><div>Đơn vị quản lý: Văn phòng UBND huyện</div><div>Giấy phép số 01/GP-TTĐT ngày 03/01/2021</div><div>Địa chỉ: 15 Lê Lợi; ĐT: 02053.888.999</div></div>",
                "<footer><p>Bản quyền © 2020 Báo X. Tổng Biên tập: Nguyễn Văn A. Giấy phép hoạt động báo chí số 123/GP-BTTTT ngày 5/5/2020.</p></footer>",
                "<center>TRANG THÔNG TIN ĐIỆN TỬ HUYỆN ỦY<br>Chịu trách nhiệm: Ban Tuyên giáo Huyện ủy. Điện thoại: 0206.123.456. Email: a@b.vn<br>Giấy phép số: 9/GP-STTTT, ngày 09/09/2019</center>",
            ]
        )
        counter = r.choice(
            [
                "<div>Lượt truy cập: 12.345</div>",
                "<div><b>THỐNG KÊ</b><div>Đang truy cập : 3</div><div>Hôm nay : 120</div><div>Tháng này : 4500</div></div>",
                "",
            ]
        )
        t = r.choice(
            [f"{s.title} | Huyện ủy Mẫu", f"Huyện ủy Mẫu - {s.title}", "Huyện ủy Mẫu", s.title]
        )
        return f'<html><head><meta charset=utf-8><title>{_e(t)}</title><meta name="author" content="Cổng thông tin">{head}</head><body><a href="#c">Chuyển đến nội dung chính</a>{clock}{nav}{crumb}{main}{self.related() if r.random() < 0.4 else ""}{counter}{foot}{state}</body></html><!-- 2024-11-11 10:10:10 -->'


FRAMES: Frames[Hand] = Frames()


def press(s: Story, name: str, seed: int) -> str:
    return FRAMES[name](s, Hand(random.Random(f"rival-{name}-{seed}")))


@FRAMES.register
def vhv2(s: Story, h: Hand) -> str:
    top = f"<div class='author'>{_e(s.byline)}</div>" if s.byline and h.r.random() < 0.3 else ""
    own = h.r.random() < 0.6
    st = f"<div class='news-info'><span class='post-date'>{s.stamp}</span></div>" if s.stamp else ""
    return h.shell(
        s,
        f"<div class='main'><article class='news-detail-layout-type-2'><h1 class='title-detail'>\n {_e(s.title)} \n</h1>{st}{h.bar()}{('<div class=article-brief><p><strong>' + _e(s.sapo) + '</strong></p></div>') if own else ''}<div class='content-detail' itemprop='articleBody'>{h.text(s, not own, not top)}</div>{top}{h.tail()}<div class='article-tags'><span>Tag:</span></div><div class='frame-tinlquan'><h2>Tin liên quan</h2><div class='post-item'><h4><a href=/z>Giao ban quý trước</a></h4><span class='post-date'>01/02/2023</span><div class='article-brief'>Tóm tắt tin khác rất dài để thử xem có bị lấy nhầm hay không.</div></div></div></article></div>",
    )


@FRAMES.register
def liferay_bn2(s: Story, h: Hand) -> str:
    own = h.r.random() < 0.7
    st = f"<p>{s.stamp}</p>" if s.stamp else ""
    return h.shell(
        s,
        f"<h1>Thực đơn</h1><div class='portlet-body'>{st if h.r.random() < 0.3 else ''}<h1 id='contentDetailTitleId'>{_e(s.title)}</h1><div>{st}{h.bar()}</div><div id='sapoDetailId'>{_e(s.sapo) if own else ''}</div><div id='contentDetail'><div>{h.text(s, not own, True)}</div>{h.tail()}</div></div>",
    )


@FRAMES.register
def liferay2(s: Story, h: Hand) -> str:
    st = (
        f"<div class='ngaydang'>Ngày đăng {s.stamp} | Lượt xem: 77</div>"
        if s.stamp
        else "<div>Lượt xem: 77</div>"
    )
    return h.shell(
        s,
        f"<div class='portlet-asset-publisher'><div class='journal-content-article'><h2 class='tieude'>{_e(s.title)}</h2>{st}{h.bar()}{h.text(s, True, True)}{h.tail()}</div></div>",
        "<script src='/html/js/liferay/x.js'></script>",
    )


@FRAMES.register
def dnn2(s: Story, h: Hand) -> str:
    st = f"<div id='datearticle'>{s.stamp}</div>" if s.stamp else ""
    return h.shell(
        s,
        f"<form id=Form><input type=hidden name=__VIEWSTATE><div id='dnn_ContentPane'><div class='title-article'>{_e(s.title)}</div>{st}{h.bar()}<div class='chitietbaiviet'>{h.text(s, True, True)}</div>{h.tail()}</div></form>",
    )


@FRAMES.register
def dnn3(s: Story, h: Hand) -> str:
    st = f"<span id='dnn_ctr500_Detail_lblNgay'>{s.stamp}</span>" if s.stamp else ""
    by = (
        f"<tr><td align=right><span id='dnn_ctr500_Detail_lblTacgia'>{_e(s.byline)}</span></td></tr>"
        if s.byline
        else ""
    )
    return h.shell(
        s,
        f"<form id=Form><input type=hidden name=__VIEWSTATE><table id='dnn_ctr500_x'><tr><td><span id='dnn_ctr500_Detail_lblTieude'>{_e(s.title)}</span>&nbsp;&nbsp;{st}</td></tr><tr><td>{h.bar()}</td></tr><tr><td><div id='dnn_ctr500_Detail_divTrichdan'>{_e(s.sapo)}</div><div id='dnn_ctr500_Detail_divNoidung'>{h.text(s, False, False)}</div></td></tr>{by}<tr><td>{h.tail()}</td></tr><tr><td><span id='dnn_ctr500_Detail_listDadua'><b>TIN ĐÃ ĐƯA</b><br><a href=/q>Họp giao ban quý 1</a> (02/03/2019)</span></td></tr></table></form>",
    )


@FRAMES.register
def mediatech2(s: Story, h: Hand) -> str:
    st = f"<div class='dt'>{s.stamp}</div>" if s.stamp else ""
    own = h.r.random() < 0.6
    lead = f"<h2 class='sapo'>{_e(s.sapo)}</h2>" if own else ""
    above = h.r.random() < 0.3
    return h.shell(
        s,
        f"<div class='main-detail'>{st if above else ''}<h1>{_e(s.title)}</h1>{'' if above else st}{h.bar()}{lead}<div id='content-detail'>{h.text(s, not own, True)}</div><div>Từ khóa: <a href=/k>giao ban</a></div>{h.tail()}</div>",
        "<meta property='og:image' content='https://media.x.vn/upload/image/202404/a.jpg'><link rel=x href='//media.x.vn/upload/image/202404/a.jpg'>",
    )


@FRAMES.register
def mojo2(s: Story, h: Hand) -> str:
    st = f"<p class='{h.k[5]}'>{s.stamp}</p>" if s.stamp else ""
    return h.shell(
        s,
        f"<form id=aspnetForm><input type=hidden name=__VIEWSTATE><div class='leftside'><h3>Chuyên mục</h3><ul><li><a href=/a-b-c>Xây dựng Đảng</a></li></ul></div><div class='center-rightmargin cmszone'><h2 class='moduletitle'>Tin tức</h2><div class='article-detail'><h1>{_e(s.title)}</h1>{st}{h.bar()}<div>{h.text(s, True, True)}</div>{h.tail()}</div></div></form>",
        "<link href='/Data/Sites/3/skins/s/style.css'>",
    )


@FRAMES.register
def vnpt2(s: Story, h: Hand) -> str:
    st = f"<div class='PostDate'>{s.stamp}</div>" if s.stamp else ""
    by = (
        f"<div class='ArticleAuthor'>{_e(s.byline)}</div>"
        if s.byline and h.r.random() < 0.4
        else ""
    )
    return h.shell(
        s,
        f"<div class='ArticleDetailControl'><div class='ArticleHeader'><h2>{_e(s.title)}</h2></div>{st}{h.bar()}<div class='ArticleSummary'><p>{_e(s.sapo)}</p></div><div class='ArticleContent'>{h.text(s, False, not by)}{h.tail()}</div>{by}</div>",
    )


@FRAMES.register
def lacviet2(s: Story, h: Hand) -> str:
    st = f"<td class='Time'>{s.stamp}</td>" if s.stamp else ""
    return h.shell(
        s,
        f"<h1 style='display:none'>Home</h1><a class='s4-signInLink'>Sign In</a><form id=aspnetForm><table><tr><td><P class='Title'>{_e(s.title)}</P></td>{st}</tr><tr><td colspan=2><B class='lv_description_mode1'>{_e(s.sapo)}</B><br><div class='ExternalClassFF00AA'>{h.text(s, False, True)}</div></td></tr><tr><td>Số lượt người xem : 99 <a>Bản in</a></td></tr><tr><td>{h.tail()}</td></tr></table></form>",
        "<base href='/x/'>",
    )


@FRAMES.register
def tandan2(s: Story, h: Hand) -> str:
    st = (
        f"<div><i class='fa'></i><span class='tandan-span-date-publish'>{s.stamp}</span></div>"
        if s.stamp
        else ""
    )
    own = h.r.random() < 0.6
    return h.shell(
        s,
        f"<div class='tandan-article'><h1 class='tandan-p-article-news-title'>{_e(s.title)}</h1>{st}{h.bar()}{('<div class=tandan-p-article-news-summary>' + _e(s.sapo) + '</div>') if own else ''}<div class='tandan-p-article-news-main'><div class='ms-rtestate-field' style='display:inline'>{h.text(s, not own, True)}</div></div>{h.tail()}</div>",
    )


@FRAMES.register
def nuke2(s: Story, h: Hand) -> str:
    st = f"<span class='h5' itemprop='datePublished'>{s.stamp}</span>" if s.stamp else ""
    by = "".join(
        f"<p class='h5 text-right'><strong>{k}: </strong>{_e(v)}</p>"
        for k, v in (("Tác giả", s.author), ("Nguồn tin", s.source))
        if v
    )
    named = h.r.random() < 0.5
    return h.shell(
        s,
        f"<div class='news_column'><h1 class='title' itemprop='headline'>{_e(s.title)}</h1><div class=row>{st}<ul><li><a title='In ra'><em class='fa fa-print'></em></a></li></ul></div>{h.bar()}<div class='hometext' itemprop='description'>{_e(s.sapo)}</div><figure class='article center'><img src='/a.jpg' alt='x'></figure><div id='news-bodyhtml' class='bodytext'>{h.text(s, False, not named)}</div>{by if named else ''}<div class='alert'>Tổng số điểm của bài viết là: 0 trong 0 đánh giá</div><form id=form3B><div id=stringrating>Click để đánh giá bài viết</div></form><div id='idcomment'>Ý kiến bạn đọc</div>{h.tail()}</div>",
        "<meta name=generator content='NukeViet v4.5'>",
    )


@FRAMES.register
def hash2(s: Story, h: Hand) -> str:
    k = h.k
    own = h.r.random() < 0.5
    where = h.r.choice(["after", "inline", "glued", "before"])
    st = s.stamp or ""
    title = f"<div class='{k[6]}'><span class='{k[7]}' style='font-size:24px'>{_e(s.title)}</span>{'<span class=' + k[8] + '> ' + st + '</span>' if where == 'inline' and st else ''}</div>"
    lead = (
        f"<div class='{k[9]}'>{st + '<br>' if where == 'glued' and own and st else ''}{_e(s.sapo)}</div>"
        if own
        else ""
    )
    after = (
        f"<div class='{k[10]}'>{st}</div>"
        if st and (where == "after" or (where == "glued" and not own))
        else ""
    )
    before = f"<div class='{k[10]}'>{st}</div>" if st and where == "before" else ""
    side = f"<div class='{k[11]}'><div>Tin nổi bật</div><div><a href=/1>Khởi công nhà văn hóa thôn 5</a></div><div><a href=/2>Ra quân Tết trồng cây</a></div></div>"
    left = h.r.random() < 0.5
    return h.shell(
        s,
        f"<div class='{k[12]}'>{side if left else ''}<div class='{k[13]}'>{before}{title}{after}{h.bar()}{lead}<div class='{k[14]}'>{h.text(s, not own, True)}</div>{h.tail()}</div>{'' if left else side}</div>",
    )


@FRAMES.register
def rows2(s: Story, h: Hand) -> str:
    st = f"<tr><td colspan=2 align=right><font size=1>{s.stamp}</font></td></tr>" if s.stamp else ""
    own = h.r.random() < 0.5
    lead = f"<tr><td colspan=2><strong>{_e(s.sapo)}</strong></td></tr>" if own else ""
    by = f"<tr><td colspan=2 align=right><b>{_e(s.byline)}</b></td></tr>" if s.byline else ""
    return h.shell(
        s,
        f"<table width=990><tr><td width=200><table><tr><td>DANH MỤC</td></tr><tr><td><a href=/1>Tin trong tỉnh</a></td></tr><tr><td><a href=/2>Tin trong nước</a></td></tr></table></td><td><table><tr><td colspan=2><h3>{_e(s.title)}</h3></td></tr>{st}{lead}<tr><td colspan=2><div align=justify>{h.text(s, not own, False)}</div></td></tr>{by}<tr><td>{h.bar()}</td></tr><tr><td>{h.tail()}</td></tr></table></td></tr></table>",
    )


@FRAMES.register
def divs2(s: Story, h: Hand) -> str:
    st = f"<div><span>{s.stamp}</span></div>" if s.stamp else ""
    return h.shell(
        s,
        f"<div><div><div style='font-size:20pt;color:#c00'>{_e(s.title)}</div>{st}{h.bar()}<div>{h.text(s, True, True)}</div><div>{h.tail()}</div></div></div>",
    )
