"""A third hand, set before the rules had seen it: real themes from memory, and worse nameless pages.

Its stories are told in other words too, such as begin like labels and are none.
"""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import random
from html import escape

from tests.extraction.frames import Frames
from tests.extraction.stories import BYLINES, STAMPS, Story

_TITLES = [
    "Bàn giải pháp gỡ vướng trong giao ban đầu tuần",
    "Giao ban trực tuyến toàn tỉnh: Nhiều việc phải làm ngay",
    "Thường vụ Đảng ủy phường Hòa An họp giao ban",
    'Chủ tịch UBND huyện: "Không để dân chờ"',
    "Kết luận giao ban tháng 9",
    "BBNĐT - Huyện đoàn giao ban cụm thi đua số 2",
]
_LEADS = [
    "Tại buổi giao ban sáng thứ Hai (6/5), nhiều vướng mắc về đất đai, đầu tư công đã được đưa ra mổ xẻ.",
    "(Baomau.vn) - Giao ban trực tuyến với 12 xã, phường chiều 8/8 do đồng chí Vàng A Páo điều hành, có nhiều điểm mới",
    "Ngày 02 tháng 10 năm 2023, Thường vụ Đảng ủy phường tổ chức họp giao ban; đến dự có đại diện lãnh đạo các ban, ngành.",
    "Năm nay khó hơn năm trước – đó là nhận định chung tại giao ban quý của huyện.",
]
_PARAS = [
    "Theo báo cáo của Văn phòng, trong tháng có 214 lượt công dân đến làm thủ tục, tăng 18 lượt.",
    "Nguồn thu từ đất mới đạt 40 tỷ đồng; nguồn khác không đáng kể.",
    "Về công tác xây dựng Đảng: kết nạp 12 đảng viên mới, cử 30 đồng chí đi học.",
    "Thực hiện: 12/15 chỉ tiêu đạt và vượt kế hoạch năm.",
    "Ảnh hưởng của bão số 3 khiến 250 ha hoa màu mất trắng, ước thiệt hại 7,6 tỷ đồng…",
    "“Việc gì dân cần thì phải làm cho bằng được”, Bí thư Đảng ủy nhấn mạnh.",
    "Cùng ngày, đoàn đã kiểm tra thực địa tại thôn Bản Mạ (xã Nậm Pì) và tặng quà 5 hộ nghèo.",
    "Đáng chú ý, tỷ lệ hồ sơ trực tuyến đạt 92,4%, đứng thứ 3 toàn tỉnh; chỉ còn hai đơn vị dưới 80%.",
    "Bài học rút ra: phân công phải cụ thể; kiểm tra phải thường xuyên.",
    "Hội nghị cũng cho ý kiến vào dự thảo Kế hoạch số 45-KH/HU, Tờ trình 12/TTr-UBND ngày 03/04/2024 và lịch công tác tuần 19 (từ 6/5 đến 10/5/2024).",
    "Tin tưởng rằng với quyết tâm cao, nhiệm vụ năm 2024 sẽ hoàn thành.",
    "Chia sẻ tại buổi làm việc, đại diện Phòng Giáo dục cho biết còn thiếu 14 giáo viên mầm non.",
    "Ý kiến của các xã tập trung vào ba nhóm vấn đề: vốn, đất và con người.",
    "Đánh giá chung, kinh tế 4 tháng giữ đà tăng, song chưa vững chắc.",
    "Xem xét đề nghị của Công an huyện, hội nghị thống nhất lắp thêm 20 camera.",
    "In ấn, phát hành 2.000 tờ gấp tuyên truyền cũng là việc được giao cho Trung tâm Văn hóa.",
    "Phải xong trước 15/5!",
]
_HEADS = ["Dân hỏi, lãnh đạo trả lời", "Việc cần làm ngay", "Ba việc, một đầu mối"]
_CAPS = [
    "Đồng chí Vàng A Páo phát biểu tại hội nghị.",
    "Một góc khu tái định cư Nậm Pì hôm nay",
    "Cán bộ bộ phận một cửa hướng dẫn người dân. Ảnh: H.T",
    "Lãnh đạo huyện và các xã tại điểm cầu trung tâm, sáng 6/5/2024.",
]


def invent_own(seed: int) -> Story:
    """An article in this hand's words; the same seed gives the same one."""
    r = random.Random(f"stranger-{seed}")
    paras = r.sample(_PARAS, r.randint(4, 9))
    if r.random() < 0.4:
        paras.insert(r.randint(1, len(paras) - 1), r.choice(_HEADS))
    long = " ".join(r.sample([p for p in _PARAS if p not in paras], 3))
    paras.insert(1, long)
    by, author, source = r.choice(BYLINES)
    stamp, at = r.choice(STAMPS)
    return Story(
        title=r.choice(_TITLES),
        sapo=r.choice(_LEADS),
        paragraphs=paras,
        captions=r.sample(_CAPS, r.choice([0, 1, 2])),
        byline=by,
        author=author,
        source=source,
        stamp=stamp,
        published_at=at,
    )


FRAMES: Frames[random.Random] = Frames()


def _e(t: str | None) -> str:
    return escape(t or "", quote=False)


def _hash(r: random.Random) -> str:
    return r.choice(["css-", "_", "sc-", "x", ""]) + "".join(
        r.choices("abcdef0123456789ghjkmnpq", k=7)
    )


def _img(c: str, r: random.Random, n: int) -> str:
    src, c = f"/documents/{n}/anh-{r.randint(1, 99)}.png", _e(c)
    return r.choice(
        [
            f'<div class="{_hash(r)}"><img src="{src}" width="600" height="400"><div>{c}</div></div>',
            f'<figure class="{_hash(r)}"><picture><img src="{src}"></picture><figcaption>{c}</figcaption></figure>',
            f'<table cellspacing=0 align=center><tbody><tr><td style="text-align:center"><img src="{src}"></td></tr><tr><td style="text-align:center"><span style="font-size:10pt">{c}</span></td></tr></tbody></table>',
            f'<div align="center"><img src="{src}"><br><i>{c}</i></div>',
            f'<p style="text-align: center;"><img src="{src}" alt="{c}"><br><em>{c}</em></p>',
            f'<p class="{_hash(r)}"><img src="{src}"></p><p style="text-align:center;font-style:italic">{c}</p>',
            f'<div style="text-align: center"><a href="{src}"><img src="{src}"></a></div><div style="text-align: center"><span><em>{c}</em></span></div>',
            f'<dl><dt><img src="{src}"></dt><dd>{c}</dd></dl>',
        ]
    )


def _by(b: str | None, r: random.Random) -> str:
    if not b:
        return ""
    b = _e(b)
    return r.choice(
        [
            f'<p style="text-align:right"><span style="font-size:14px"><strong><em>{b}</em></strong></span></p>',
            f'<div align="right"><b>{b}</b></div>',
            f'<p class="{_hash(r)}">{b}</p>',
            f'<h4 style="text-align:right">{b}</h4>',
            f'<div style="text-align: end;"><strong>{b}&nbsp;</strong></div>',
            f"<p><br></p><p><strong>{b}</strong></p>",
        ]
    )


def _body(s: Story, r: random.Random, lead: bool, by: bool, wrap: str | None = None) -> str:
    paras = ([s.sapo or ""] if lead else []) + s.paragraphs
    cls = _hash(r)
    wrap = wrap or r.choice(
        [
            "<p>{}</p>",
            f"<p class='{cls}'>{{}}</p>",
            "<div>{}</div>",
            '<p style="margin:0cm 0cm 8pt"><span style="font-size:14pt"><span style="line-height:107%"><span>{}</span></span></span></p>',
            "<div><div>{}</div></div>",
            "<p dir=ltr>{}</p>",
            "<span><p>{}</p></span>",
        ]
    )
    spots = r.sample(range(1, len(paras)), min(len(s.captions), len(paras) - 1))
    out = []
    for i, t in enumerate(paras):
        if i in spots:
            out.append(_img(s.captions[spots.index(i)], r, i))
        inner = _e(t)
        if t in _HEADS:
            inner = f"<b>{inner}</b>"
        elif r.random() < 0.1:
            inner = f"<span>{inner[:10]}</span>{inner[10:]}" if "&" not in inner[:12] else inner
        out.append(wrap.format(inner))
    if by:
        out.append(_by(s.byline, r))
    return r.choice(["\n", "\r\n\t", ""]).join(out)


_COMMENTS = [
    "<section><h3>Bình luận bài viết</h3><textarea placeholder='Ý kiến của bạn'></textarea><p>Vui lòng nhập tiếng Việt có dấu!</p><button>Gửi bình luận</button><div><b>Trần Văn Ba</b><p>Đề nghị huyện sớm sửa con đường vào thôn Bản Mạ, mùa mưa đi lại rất vất vả.</p><span>2 ngày trước</span></div></section>",
    "<div>Ý kiến bạn đọc (0)</div><div>Hãy là người đầu tiên bình luận về bài viết này</div>",
    "<div><div>Ý kiến ()</div><div><input placeholder='Tên'><div>0 / 500 ký tự</div><div>Guest</div></div><div>Đang tải dữ liệu</div></div>",
    "",
]
_RELATED = [
    "<aside><h4>Đừng bỏ lỡ</h4><ul><li><a href=/1>Giao ban cụm thi đua số 4</a></li><li><a href=/2>Tập huấn chuyển đổi số cho cán bộ xã</a></li></ul></aside>",
    "<div><p>Các tin đã đăng:</p><ul><li><a href=/1>Họp giao ban tháng 8 (12/08/2023)</a></li><li><a href=/2>Họp giao ban tháng 7 (10/07/2023)</a></li></ul></div>",
    "<h3>CÙNG CHUYÊN MỤC</h3><div><a href=/1><img src=/t.jpg></a><a href=/1>Khai mạc hội thi chi bộ giỏi</a><div>01/08/2023 08:30</div></div><div><a href=/2>Sơ kết 6 tháng công tác Hội</a><div>02/07/2023 08:30</div></div>",
    "<fieldset><legend>Tin cũ hơn</legend><a href=/1>Giao ban tuần 17</a> (29/04/2024)<br><a href=/2>Giao ban tuần 16</a> (22/04/2024)</fieldset>",
    "",
]
_MISC = [
    "<div class=fb-like>Thích 0</div>",
    "<p>Theo dõi Báo Mẫu trên Google News</p>",
    "<div>★★★★★ 5/5 (3 đánh giá)</div>",
    "<div>Lượt xem: 1.024</div>",
    "<ul><li>Từ khóa:</li><li><a href=/k>giao ban</a></li><li><a href=/k2>huyện ủy</a></li></ul>",
    "<div>[ Quay lại ]</div>",
    "<div>Gửi cho bạn bè | Bản in</div>",
    "<p>Tài liệu đính kèm:</p>",
    "<div>Tweet</div>",
]


def _tail(r: random.Random) -> str:
    return "".join(r.sample(_MISC, r.randint(0, 3))) + r.choice(_RELATED) + r.choice(_COMMENTS)


def _tools(r: random.Random) -> str:
    return r.choice(
        [
            "",
            "<div><a href=#>A-</a> <a href=#>A</a> <a href=#>A+</a></div>",
            "<div><button>Nghe đọc bài</button><span>00:00 / 01:32</span><span>Giọng nữ</span></div>",
            "<div>Chia sẻ: <a href=#>Facebook</a>, <a href=#>Zalo</a></div>",
            "<ul><li><a href=#>In trang</a></li><li><a href=#>Gửi email</a></li></ul>",
        ]
    )


_TOP = [
    "<div id=top><span>Thứ Bảy, 23/11/2024 | 14:05</span> <a href=/en>English</a></div>",
    "<table width=100%><tr><td>Chủ nhật, ngày 24/11/2024</td><td><a href=/>Trang chủ</a> | <a href=/lh>Liên hệ</a></td></tr></table>",
    "<header><div>HUYỆN ỦY NẬM PÌ</div><div>Cổng thông tin điện tử</div></header>",
    "<h1><a href=/>Đảng bộ huyện Nậm Pì</a></h1>",
]
_NAV = [
    "<nav><a href=/>Trang chủ</a><a href=/a>Tin tức</a></nav>",
    "<ul><li><a href=/>Trang chủ</a></li><li><a href=/gt>Giới thiệu chung</a></li><li><a href=/tt>Thủ tục hành chính</a></li></ul>",
    "<table><tr><td><a href=/>Trang chủ</a></td><td><a href=/a>Giới thiệu</a></td><td><a href=/b>Tin tức - Sự kiện</a></td></tr></table>",
]
_FOOT = [
    "<footer><p>Cơ quan chủ quản: Huyện ủy Nậm Pì</p><p>Giấy phép số 33/GP-TTĐT cấp ngày 12/12/2022</p></footer>",
    "<div><b>Bản quyền thuộc Huyện ủy Nậm Pì</b><br>Địa chỉ: Thị trấn Mường Mẫu<br>Điện thoại: 0213 3 888 999<br>Giấy phép: 02/GP-STTTT ngày 4/4/2021</div>",
    "<table width=100%><tr><td>Người chịu trách nhiệm: Ông Giàng A Sử - Trưởng ban Biên tập</td></tr><tr><td>Tổng lượt truy cập: 9.876.543 | Đang online: 21</td></tr></table>",
]


def _shell(s: Story, main: str, r: random.Random, head: str = "") -> str:
    name = r.choice([s.title, f"{s.title} - Huyện ủy Nậm Pì", "Chi tiết tin", ""])
    return f"<!doctype html><html><head><title>{_e(name)}</title>{head}</head><body>{r.choice(_TOP)}{r.choice(_NAV)}{main}{r.choice(_FOOT)}<script>var x = 'Sapo lặp lại';</script></body></html>"


def press(s: Story, name: str, seed: int) -> str:
    return FRAMES[name](s, random.Random(f"stranger-{name}-{seed}"))


@FRAMES.register
def nukeviet3(s: Story, r: random.Random) -> str:
    by = "".join(
        f'<p class="h5 text-right"><strong>{k}: </strong>{_e(v)}</p>'
        for k, v in (("Tác giả", s.author), ("Nguồn tin", s.source))
        if v
    )
    st = f'<div class="col-md-12"><span class="h5">{s.stamp}</span></div>' if s.stamp else ""
    return _shell(
        s,
        f"""<div class="news_column panel panel-default" itemtype="http://schema.org/NewsArticle" itemscope><div class="panel-body"><h1 class="title margin-bottom-lg" itemprop="headline">{_e(s.title)}</h1>
    <div class="hidden hide d-none" itemprop="author"><span itemprop="name">admin</span></div><span class="hidden hide d-none" itemprop="datePublished">2021-01-01T01:01:00+07:00</span><div class="row margin-bottom-lg">{st}<div class="col-md-12"><ul class="list-inline text-right"><li><a class="dimgray" title="In ra"><em class="fa fa-print fa-lg">&nbsp;</em></a></li></ul></div></div>
    <div class="clearfix"><figure class="article left pointer"><div id="imgpreview"><p class="text-center"><img alt="x" src="/uploads/news/2024/a.jpg"></p></div></figure><div class="hometext m-bottom" itemprop="description">{_e(s.sapo)}</div></div><div id="news-bodyhtml" class="bodytext margin-bottom-lg">{_body(s, r, False, False)}</div><div class="margin-bottom-lg">{by}</div></div></div>
    <div class="news_column panel panel-default"><div class="panel-body"><form id="form3B" action=""><div class="h5 clearfix"><p id="stringrating">Tổng số điểm của bài viết là: 0 trong 0 đánh giá</p><div><input class="hover-star required" type="radio" value="1"></div></div></form></div></div><div class="news_column panel"><div class="panel-body"><div id="idcomment" class="nv-fullbg"><p class="comment-title"><em class="fa fa-comments">&nbsp;</em> Ý kiến bạn đọc</p><form><input placeholder="Tên của bạn"><textarea></textarea><p>Mã bảo mật</p></form></div></div></div>
    <p class="h3"><strong>Những tin mới hơn</strong></p><div class="clearfix"><ul class="related list-inline"><li><em class="fa fa-angle-right">&nbsp;</em><a href="/a-9.html">Huyện giao ban tháng 10</a> <em>(12/11/2023)</em></li></ul></div>""",
        r,
        '<meta name="generator" content="NukeViet v4.5"><meta property="article:published_time" content="2024-03-22+0720:36:00">',
    )


@FRAMES.register
def vhv3(s: Story, r: random.Random) -> str:
    st = (
        f'<div class="article-info"><span class="post-date left"><i class="fa fa-clock"></i> {s.stamp}</span><span class="view-count">Lượt xem: 12</span></div>'
        if s.stamp
        else ""
    )
    by = f'<div class="author">{_e(s.author)}</div>' if s.author and not s.source else ""
    src = f'<div class="source">Nguồn: {_e(s.source)}</div>' if s.source and not s.author else ""
    return _shell(
        s,
        f"""<div class="col-sm-9"><article class="news-detail-layout-type-2"><div class="article-content"><h1 class="title-detail">{_e(s.title)}</h1>{st}<div class="btn-tools">{_tools(r)}</div><div class="article-brief">{_e(s.sapo)}</div><div class="article-content font-size-text">{_body(s, r, False, not (by or src))}{r.choice(["", "<p>Tag:</p>"])}</div>{by}{src}
    <div class="attachments"><span>File đính kèm</span></div><div class="article-tags">Tag: <a href="/k">Giao ban</a></div><div class="rating"><span>Đánh giá:</span></div><div class="block_share"><a>Facebook</a></div><div class="frame-tinlquan"><h3 class="title">TIN LIÊN QUAN</h3><div class="post-item"><h4><a href="/b.html">Giao ban tháng trước</a></h4><span class="post-date">08:00 01/01/2024</span><div class="article-brief">Sáng 1/1, huyện họp giao ban để bàn việc đầu năm.</div></div></div></div></article></div>{_tail(r)}""",
        r,
    )


@FRAMES.register
def semantic3(s: Story, r: random.Random) -> str:
    h = [_hash(r) for _ in range(9)]
    st = f'<time class="{h[0]}">{s.stamp}</time>' if s.stamp else ""
    foot = f"<footer>{_e(s.byline)}</footer>" if s.byline and r.random() < 0.4 else ""
    own = r.random() < 0.5
    lead = (
        r.choice(
            [
                f"<p class={h[1]}>{_e(s.sapo)}</p>",
                f"<h2 class={h[1]}>{_e(s.sapo)}</h2>",
                f"<div class={h[1]}><strong>{_e(s.sapo)}</strong></div>",
            ]
        )
        if own
        else ""
    )
    return _shell(
        s,
        f"<main class={h[2]}><article class={h[3]}><header><div><a href=/t>Tin tức</a></div><h1 class={h[4]}>{_e(s.title)}</h1>{st}{_tools(r)}{lead}</header><div class={h[5]}>{_body(s, r, not own, not foot)}</div>{foot}{_tail(r)}</article><aside class={h[6]}><h3>Đọc nhiều</h3><a href=/1>Tin một trong ngày</a><p>Lời giới thiệu dài của một tin khác đứng ở cột bên phải để đánh lừa bộ máy.</p></aside></main>",
        r,
    )


@FRAMES.register
def tr_rows3(s: Story, r: random.Random) -> str:
    st = f"<tr><td class=d>{s.stamp}</td></tr>" if s.stamp else ""
    rows = (
        "".join(
            f"<tr><td>{x}</td></tr>"
            for x in _body(s, r, True, True, "{}§")
            .replace("§\n", "§")
            .replace("§\r\n\t", "§")
            .split("§")
            if x.strip()
        )
        if not s.captions
        else f"<tr><td>{_body(s, r, True, True)}</td></tr>"
    )
    return _shell(
        s,
        f"<table width=1000 align=center><tr><td width=180 valign=top><table><tr><td>Chuyên mục</td></tr><tr><td><a href=/1>Xây dựng Đảng</a></td></tr><tr><td><a href=/2>Dân vận</a></td></tr></table></td><td valign=top><table width=100%><tr><td><span style='font-size:18pt'>{_e(s.title)}</span></td></tr>{st}<tr><td>{_tools(r)}</td></tr>{rows}<tr><td>{_tail(r)}</td></tr></table></td></tr></table>",
        r,
    )


@FRAMES.register
def soup3(s: Story, r: random.Random) -> str:
    st = f"<font color=gray size=2>{s.stamp}</font><br>" if s.stamp else ""
    sep = "<br><br>"
    text = sep.join([f"<b>{_e(s.sapo)}</b>", *(_e(p) for p in s.paragraphs)])
    by = f"{sep}<b>{_e(s.byline)}</b>" if s.byline else ""
    caps = "".join(
        f"<div align=center><img src=/i{i}.jpg><br><font size=1>{_e(c)}</font></div>"
        for i, c in enumerate(s.captions)
    )
    cut = text.find(sep, len(text) // 2)
    text = text[:cut] + (caps or "") + (text[cut:] if not caps else text[cut + len(sep) :])
    return _shell(
        s,
        f"<center><table><tr><td align=left><font size=5 color=red>{_e(s.title)}</font><br>{st}{text}{by}<hr>{_tail(r)}</td></tr></table></center>",
        r,
    )


@FRAMES.register
def vnpt3(s: Story, r: random.Random) -> str:
    st = f'<span class="PostDate">{s.stamp}</span>' if s.stamp else ""
    return _shell(
        s,
        f'<div class="UIArticleDetail"><div class="Categories"><a href=/t>Tin tức</a></div><span class="ArticleHeader">{_e(s.title)}</span>{st}{_tools(r)}<div class="ArticleSummary">{_e(s.sapo)}</div><div class="ArticleContent">{_body(s, r, False, True)}</div>{_tail(r)}<div class="ArticleInMenu"><h3>Tin cùng chuyên mục</h3><div class="item"><a href=/x>Giao ban tuần 2</a><span class="PostDate">(01/01/2020, 08:00)</span></div></div></div>',
        r,
    )


@FRAMES.register
def sharepoint3(s: Story, r: random.Random) -> str:
    st = f'<TD class="Time" align="right">{s.stamp}</TD>' if s.stamp else ""
    return _shell(
        s,
        f'<a class="s4-signInLink">Sign In</a><FORM id=aspnetForm><TABLE><TR>{st}</TR><TR><TD><P class="Title">{_e(s.title)}</P></TD></TR><TR><TD><B class="lv_description_mode1">{_e(s.sapo)}</B></TD></TR><TR><TD><div class="ExternalClass0AB1">{_body(s, r, False, True)}</div></TD></TR><TR><TD>Số lượt người xem : <span>77</span></TD></TR><TR><TD><A href="#">Bản in</A> <A href="#">Gửi email</A></TD></TR><TR><TD><B>TIN ĐÃ ĐƯA</B></TD></TR><TR><TD><A href="/1">Giao ban tháng 3</A> <span>(01/03/2019)</span></TD></TR></TABLE></FORM>',
        r,
    )


@FRAMES.register
def portal3(s: Story, r: random.Random) -> str:
    st = f'<div class="pull-right">{s.stamp}</div>' if s.stamp else ""
    who = f"<div class='{_hash(r)}'>{_e(s.byline)}</div>" if s.byline else ""
    return _shell(
        s,
        f"<div class=container><div class=row><div class=col-3><div>Lịch công tác</div><p>Thứ Hai 6/5: Thường trực Huyện ủy họp giao ban, buổi chiều tiếp công dân tại trụ sở.</p><p>Thứ Ba 7/5: Kiểm tra công tác phòng chống thiên tai tại các xã vùng cao.</p></div><div class=col-9><ol class=x><li><a href=/>Trang chủ</a></li><li>Tin tức</li></ol><h3 class=x2>{_e(s.title)}</h3>{st}{_tools(r)}<div class=x3>{_body(s, r, True, False)}</div>{who}{_tail(r)}</div></div></div>",
        r,
    )
