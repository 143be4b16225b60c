"""SharePoint as four builders set it, and static copies of such pages."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

from tests.extraction.kinds import BODY, LEAD, MENU, PARAGRAPHS, TEXT, TITLE, read
from tests.tables import table

PAGES: dict[str, str] = {}
HEAD = '<div id="s4-ribbonrow" class="s4-pr s4-ribbonrowhidetitle"><div id="s4-ribboncont"></div></div><div id="s4-workspace"><div id="s4-bodyContainer">'
PAGES[
    "tandan"
] = f"""{HEAD}<div class="tandan-header">Thứ Sáu, 20/11/2026</div>{MENU}<div class="tandan-main"><div class="tandan-path"><a href="/">Trang chủ</a> &gt; <a href="/portal/KenhTin/Tin.aspx">Tin tức</a></div>
<div class="tandan-title-view">{TITLE}</div><div class="tandan-date-view">Đăng ngày 05 - 06 - 2019</div><div class="zoom"><a href="#">-</a><span>100%</span><a href="#">+</a></div>
<div class="tandan-content-view"><p><strong>{LEAD}</strong></p>{PARAGRAPHS}<p style="text-align:right"><strong>Lò Inh</strong></p></div></div></div></div>"""
PAGES[
    "lacviet1"
] = f"""<form id="aspnetForm"><div class="ms-WPBody noindex" id="WebPartWPQ2"><table width="100%"><tr><td class="FolderTitle">Tin tức - sự kiện</td></tr></table></div>
<div class="ms-WPBody noindex" id="WebPartWPQ3"><div id="part1"><table id="tableforprint"><tr><td><p class="Title allowMenuPost">{TITLE}</p></td></tr><tr><td class="Time">05 Tháng Sáu 2019 3:23:00 CH</td></tr>
<tr><td><b class="lv_description_mode1">{LEAD}</b></td></tr><tr><td><div class="ExternalClassAF34">{PARAGRAPHS}<p align="right"><b>Lò Inh</b></p></div></td></tr></table></div>
<table><tr><td class="ms-vb">Số lượt truy cập</td></tr><tr><td>1<br>2<br>3<br>4</td></tr></table></div>
<div class="ms-WPBody"><table><tr><td class="td_tinkhac">Các tin khác</td></tr><tr><td><a href="/tintuc/lists/posts/post.aspx?ItemID=11">Bản Pá Lụ ra quân làm đường nội đồng (04.06.2019 08:00)</a></td></tr></table></div></form>"""
PAGES["lacviet_br"] = PAGES["lacviet1"].replace(
    PARAGRAPHS, "<br>".join(["&nbsp;" + t for t in TEXT])
)
PAGES["lacviet_div"] = (
    PAGES["lacviet1"]
    .replace('class="lv_description_mode1"', 'class="lv_description_mode2"')
    .replace(
        PARAGRAPHS,
        "".join(
            f'<div style="text-align:justify"><font face="Arial" size="2">{t}</font></div>'
            for t in TEXT
        ),
    )
)
PAGES[
    "static"
] = f"""<div id="wrapper"><header><nav class="main-nav"><a href="/">Trang chủ</a></nav></header><div class="container_top_mid2"><table><tr class="ms-news-header"><td class="FolderTitle">Tin trong huyện</td><td class="Time" align="right">(05.06.2019 15:23)</td></tr></table></div>
<div class="ms-rtestate-field"><div id="part1"><p class="Title">{TITLE}</p><b class="lv_description_mode1">{LEAD}</b><div class="ExternalClass3F2">{PARAGRAPHS}</div></div></div><div class="footer">Bản quyền © Cổng thông tin điện tử huyện</div></div>"""
PAGES["static2"] = (
    f"""<div class="easywebhub"><h1 class="entry-title">{TITLE}</h1><div class="date">thứ tư, 05 06 2019 15:23</div><div class="post-body noindex"><p><b>{LEAD}</b></p>{PARAGRAPHS}</div><nav class="pagination"><a>Trang trước</a><a>Trang sau</a></nav></div>"""
)
PAGES["static3"] = (
    f"""<div class="content-main"><div class="title-cat">Tin tức</div><div class="post"><div class="post-title">{TITLE}</div><div class="post-time">(05.06.2019 15:23)</div><div class="ExternalClassB7">{"<p>" + LEAD + "</p>" + PARAGRAPHS}</div></div></div>"""
)
PAGES["nofields"] = (
    f"""<table class="ms-main"><tr><td><div class="ms-WPBody noindex"><div class="lv_news"><span class="lv_title">{TITLE}</span><br><span class="lv_time">(05.06.2019 15:23)</span><br><span class="lv_desc"><b>{LEAD}</b></span><div class="ExternalClass77">{PARAGRAPHS}</div></div></div></td></tr></table>"""
)
PAGES["backan"] = (
    f"""{HEAD}{MENU}<div class="ms-webpart-zone"><div class="article"><div class="date">05/06/2019</div><div>PublishingPortal - Block_BanTin_Toolbar</div><div class="title-news">{TITLE}</div><div>PublishingPortal - Block_BanTin_ViewData</div><div class="ms-rtestate-field"><p>{LEAD}</p>{PARAGRAPHS}</div></div></div></div></div>"""
)
PAGES["thanhhoa"] = (
    f"""{HEAD}<div class="tin"><div class="tieude">{TITLE}</div><div class="ngay">5 tháng sáu 2019     131 lượt xem</div><div class="ms-rtestate-field">{"<p>" + LEAD + "</p>" + PARAGRAPHS}</div></div></div></div>"""
)
PAGES["yenbai"] = (
    f"""{HEAD}<div class="chitiet"><h2 class="tieude_tin">{TITLE}</h2><div class="ngaydang">05/06/2019 3:23:00 PM</div><div class="zoom">Xem cỡ chữ: <a href="#">A</a></div><div class="trichyeu"><b>{LEAD}</b></div><div class="noidung_tin">{PARAGRAPHS}</div></div></div></div>"""
)
PAGES["sp2013"] = (
    f"""{HEAD}<div class="welcome blank-wp"><div class="article article-left"><h1 id="pageTitle">{TITLE}</h1><div class="date-line"><div class="article-date">05/06/2019</div></div><div class="ms-rtestate-field" style="display:inline"><p class="ms-rteElement-P">{LEAD}</p>{PARAGRAPHS}</div><div class="captioned-image"></div></div></div></div></div>"""
)


@table("name", PAGES)
def test_a_page_reads(name: str) -> None:
    got = read(PAGES[name])
    assert (got.title, got.sapo, got.body) == (TITLE, LEAD, BODY)
    assert (got.published_at or "")[:10] == "2019-06-05"
    assert got.author == ("Lò Inh" if "Lò Inh" in PAGES[name] else None)
