"""What stands beside articles on a listing and is addressed like one: categories, tags, menus."""

# ruff: noqa: E501  (mark-up is kept as these CMSs print it)

from crawler.families import FAMILIES
from crawler.families.asking import Answer
from crawler.families.generic import FAMILY as GENERIC
from crawler.families.recognising import family_of

_REPORT = "/index.php/chi-dao-dieu-hanh/giao-ban-thang-9-ve-san-xuat-vu-dong"
_LATER = "/index.php/chi-dao-dieu-hanh/khanh-thanh-cau-treo-ban-chieng-sau-mua-lu"


def _titles(family: str, html: str, url: str) -> list[str]:
    return [teaser.title for teaser in FAMILIES[family].teasers(html, url)]


def _joomla(*articles: tuple[str, str]) -> str:
    rows = "".join(
        f"""<div class="blog-item" itemprop="blogPost"><div class="page-header"><h2 itemprop="name"><a
        href="{href}" itemprop="url">{title}</a></h2></div><dl class="article-info">
        <dd class="category-name">Category: <a href="/index.php/chi-dao-dieu-hanh" itemprop="genre">Chỉ đạo, điều
        hành</a></dd><dd class="published"><time datetime="2026-09-06T09:50:00+07:00">06 September
        2026</time></dd></dl><p>Sáng 6/9, huyện họp giao ban, bàn việc tháng sau tại hội trường.</p></div>"""
        for href, title in articles
    )
    return f"<html><body><div class='com-content-category-blog'>{rows}</div></body></html>"


def test_a_category_beside_several_titles_is_no_article() -> None:
    html = _joomla(
        (_REPORT, "Giao ban tháng 9 về sản xuất vụ đông"),
        (_LATER, "Khánh thành cầu treo bản Chiềng sau mưa lũ"),
    )
    url = "https://t.vn/index.php/chi-dao-dieu-hanh?start=5"
    assert _titles("joomla", html, url) == [
        "Giao ban tháng 9 về sản xuất vụ đông",
        "Khánh thành cầu treo bản Chiềng sau mưa lũ",
    ]


def test_the_folder_of_an_article_is_no_article() -> None:
    html = _joomla((_REPORT, "Giao ban tháng 9 về sản xuất vụ đông"))
    titles = _titles("joomla", html, "https://t.vn/index.php/chi-dao-dieu-hanh?start=5")
    assert titles == ["Giao ban tháng 9 về sản xuất vụ đông"]


def test_a_tag_in_a_row_is_no_article_where_the_menu_leads_to_it() -> None:
    html = """<html><body><nav><a href="/van-hoa-xa-hoi">Văn hóa - Xã hội</a></nav>
    <div class="views-row"><header><h2><a href="/node/60">Giao ban khối văn xã tháng 10</a></h2></header>
    <div class="node__content"><div class="field--name-body">Ngày 22/10, khối văn xã họp giao ban tháng.</div>
    <ul class="field--tags__items"><li><a href="/van-hoa-xa-hoi">Văn hóa - Xã hội</a></li></ul></div></div>
    <div class="views-row"><h2><a href="/node/58">Bà con vào vụ mận hậu, giá cao</a></h2></div></body></html>"""
    assert _titles("drupal", html, "https://t.vn/") == [
        "Giao ban khối văn xã tháng 10",
        "Bà con vào vụ mận hậu, giá cao",
    ]


def test_an_article_that_is_in_the_menu_by_its_headline_is_one() -> None:
    html = """<html><body><ul class="menu"><li><a href="/giao-ban-thang-mot-cua-huyen">Giao ban tháng một
    của huyện Tân Lập</a></li></ul><div class="views-row"><h2><a href="/giao-ban-thang-mot-cua-huyen">Giao ban
    tháng một của huyện Tân Lập</a></h2><p>Sáng 5/1, huyện họp giao ban.</p></div></body></html>"""
    assert _titles("drupal", html, "https://t.vn/") == ["Giao ban tháng một của huyện Tân Lập"]


def test_most_read_beside_declared_rows_is_not_of_the_listing() -> None:
    rows = "".join(
        f'<div class="panel-body"><h3><a href="/tin/giao-ban-tuan-{n}-cua-huyen-{n}.html">Giao ban tuần {n} '
        f"của huyện</a></h3><div class='text-muted'>0{n}/10/2026</div></div>"
        for n in range(1, 5)
    )
    html = f"""<html><body><div class="news_column">{rows}</div><div class="x"><div class="t">Tin xem nhiều</div>
    <ul><li><a href="/tin/duong-len-ban-thong-xe-sau-mua-9.html">Đường lên bản thông xe sau mưa</a></li>
    <li><a href="/tin/cho-phien-vung-cao-don-khach-8.html">Chợ phiên vùng cao đón khách</a></li></ul></div>
    </body></html>"""
    assert len(_titles("nukeviet", html, "https://t.vn/tin/")) == 4


def test_a_search_result_prints_its_address_behind_its_title() -> None:
    address = "https://t.vn/tin/50-giao-ban-thang-9"
    html = f"""<html><body><ol class="com-finder__results-list"><li class="result__item"><p class="result__title">
    <a href="/tin/50-giao-ban-thang-9?highlight=WyJnaWFvIl0=" class="result__title-link"><span
    class="result__title-text">Giao ban tháng 9</span><cite class="result__title-url">{address}</cite></a></p>
    <p class="result__description"><time class="result__date" datetime="2026-09-02T09:50:00+07:00">2 Tháng 9
    2026</time> Sáng 2/9, huyện họp giao ban, bàn việc tháng 10.</p></li></ol></body></html>"""
    (teaser,) = FAMILIES["joomla"].teasers(html, "https://t.vn/tim-kiem?q=giao+ban")
    assert teaser.title == "Giao ban tháng 9"
    assert teaser.published_at == "2026-09-02T09:50:00+07:00"


def test_an_address_behind_a_title_is_cut_in_any_family() -> None:
    html = """<html><body><div><h3><a href="/tin/giao-ban-thang-chin-nam-nay">Giao ban tháng chín năm nay
    <cite>https://t.vn/tin/giao-ban-thang-chin-nam-nay</cite></a></h3></div></body></html>"""
    (teaser,) = GENERIC.teasers(html, "https://t.vn/tim?q=giao+ban")
    assert teaser.title == "Giao ban tháng chín năm nay"


def test_a_title_without_a_link_is_the_row_of_its_read_more() -> None:
    html = """<html><body><div class="blog-item"><div class="page-header"><h2>Giao ban tháng 9</h2></div>
    <p>Sáng 2/9, huyện họp giao ban, bàn việc tháng 10.</p><p class="readmore"><a class="btn"
    href="/index.php/tin/50-giao-ban-thang-9">Xem tiếp: Giao ban tháng 9</a></p></div></body></html>"""
    assert _titles("joomla", html, "https://t.vn/index.php/tin") == ["Giao ban tháng 9"]
    nameless = html.replace("blog-item", "x").replace("page-header", "y").replace("h2", "b")
    assert _titles("joomla", nameless, "https://t.vn/index.php/tin") == ["Giao ban tháng 9"]


def test_a_family_is_told_by_the_articles_it_reads_under_side_headings_too() -> None:
    related = "".join(
        f'<li><a href="/chi-dao/duong-len-ban-so-{n}-thong-xe-{n}.html">Đường lên bản số {n} thông xe</a></li>'
        for n in range(2, 8)
    )
    html = f"""<html><body><div class="news_column"><div class="panel-body"><h3><a
    href="/chi-dao/giao-ban-thang-chin-1.html">Giao ban tháng chín</a></h3></div>
    <div class="t">Các tin khác</div><ul class="related">{related}</ul></div>
    <div class="about"><a href="/about/gioi-thieu-ve-cong-thong-tin.html">Giới thiệu về cổng thông tin</a></div>
    <div class="ad"><a href="/banners/click?id=14">Quảng cáo cột trái của cổng</a></div></body></html>"""
    family = family_of(Answer("https://t.vn/chi-dao/", html))
    assert family is FAMILIES["nukeviet"]
    assert len(family.teasers(html, "https://t.vn/chi-dao/")) >= 7
