"""The mark-up of the families of governments, committees and fronts, as read in public sources."""

from __future__ import annotations

from tests.sample_portals.markup import MarkUp

_SIGNED = '<p style="text-align:right"><strong>{author}</strong></p>'

PORTALS: dict[str, MarkUp] = {
    "portal_en_v5": MarkUp(
        address="/{slug}-{number}.html",
        next="{path}?CurrentPage={page}",
        listing='<div class="categoryList">{rows}</div>{pager}',
        row='<div class="article-item"><h4><a href="{href}">{title}</a></h4><span>({day})</span>'
        '<div class="text-justify">{sapo}</div></div>',
        article='<div id="PageDetail"><span id="publishupshow-right">Thời gian cập nhật: {day}'
        "</span>"
        '<div class="full-text article-content"><h1 class="heading-title">{title}</h1>'
        '<p><strong>{sapo}</strong></p>{body}<p class="AuthorName" style="text-align:right">'
        '<strong>{author}</strong></p></div><div id="publishupshow-bottom">{day} | 31 lượt xem'
        '</div><div class="other-list"><h4>Bài viết liên quan</h4></div></div>',
    ),
    "drupal": MarkUp(
        address="/vi/{slug}",
        next="{path}?page={page}",
        first_page=0,
        head='<meta name="generator" content="Drupal 9 (https://www.drupal.org)">',
        listing='<div class="view-content">{rows}</div><nav class="pager">{pager}</nav>',
        row='<div class="views-row"><div class="views-field-title"><a href="{href}">{title}</a>'
        '</div><div class="views-field-created">{day}</div><div class="views-field-body">{sapo}'
        "</div></div>",
        article='<a href="#main">Nhảy đến nội dung</a><h1 class="page-header">{title}</h1>'
        '<div class="node__submitted">{day} - {time}</div><div class="node__content"><div class='
        '"field--name-body"><p><strong>{sapo}</strong></p>{body}' + _SIGNED + "</div></div>",
    ),
    "tin_bai": MarkUp(
        address="/vi/tin-bai/{slug}?id={number}&type=NEWS",
        next="{path}&page={page}",
        row='<div class="item"><a href="{href}">{title}</a><span>{day}</span><p>{sapo}</p></div>',
        article="<h1>{title}</h1><div>{day} {time}</div><div class='noi-dung'><p><strong>{sapo}"
        "</strong></p>{body}" + _SIGNED + "</div>",
    ),
    "vhv_hungyen": MarkUp(
        address="/{slug}-c{number}.html",
        next="{stem}-{page}.html",
        row='<div class="item"><a class="article-title common-title" href="{href}">{title}</a>'
        '<span class="article-date">{day} | 2522</span><div class="article-brief">{sapo}</div>'
        "</div>",
        article='<h1 class="title-detail">{title}</h1><span class="post-date">{day} | lượt xem: 25'
        '</span><div class="article-brief common-brief">{sapo}</div><div class="common-content">'
        "{body}" + _SIGNED + "</div>",
    ),
    "sharepoint": MarkUp(
        address="/Pages/{slug}-{hash4}.aspx",
        next="{path}&page={page}",
        head='<meta name="GENERATOR" content="Microsoft SharePoint">',
        row='<div class="tin"><a href="{href}">{title}</a> <span>{day}</span><p>{sapo}</p></div>',
        article="<div>Tăng cỡ chữ Giảm cỡ chữ</div><div class='ngay'>{day}</div><h2>{title}</h2>"
        '<div class="ms-rtestate-field"><p><strong>{sapo}</strong></p>{body}' + _SIGNED + "</div>",
    ),
    "sharepoint_tandan": MarkUp(
        address="/portal/Pages/2026-11-20/{slug}{number}.aspx",
        next="{path}?PageIndex={page}",
        row='<div class="tandan-item"><p class="tandan-p-article-news-title"><a href="{href}">'
        '{title}</a></p><span class="tandan-span-date-publish">{day}</span>'
        '<p class="tandan-p-article-news-summary">{sapo}</p></div>',
        article='<p class="tandan-p-article-news-title">{title}</p><span class='
        '"tandan-span-date-publish">Đăng ngày {day}</span><p class="tandan-p-article-news-summary">'
        '{sapo}</p><div class="tandan-p-article-news-main">{body}' + _SIGNED + "</div>",
    ),
    "sharepoint_lacviet": MarkUp(
        address="/tintuc/lists/posts/post.aspx?Source=/tintuc&Category=Tin&ItemID={number}&Mode=1",
        head='<script src="/_layouts/LacVietBIO/site.js"></script>',
        row='<table><tr><td><a href="{href}">{title}</a></td></tr><tr><td class="Time">{day}</td>'
        '</tr><tr><td class="Description">{sapo}</td></tr></table>',
        article='<h1 style="display:none">Home</h1><p class="Title">{title}</p><table><tr>'
        '<td class="Time">{day}</td></tr></table><b class="lv_description_mode1">{sapo}</b>'
        '<div class="ExternalClass12AB">{body}' + _SIGNED + "</div>",
    ),
    "mdefault": MarkUp(
        address="/mDefault.aspx?sid=1444&pageid=6591&catid=71012&id={number}&catname={slug}",
        next="{path}&page={page}",
        head='<link rel="canonical" href="/mDefault.aspx?sid=1444">',
        row='<div class="item"><a href="{href}">{title}</a><span>{day}</span><p>{sapo}</p></div>',
        article="<h1>{title}</h1><div>{day} {time}</div><div class='nd'><p><strong>{sapo}</strong>"
        "</p>{body}" + _SIGNED + "</div>",
    ),
    "webcenter": MarkUp(
        address="/webcenter/portal/ubnd/pages_tin-tuc/chi-tiet?dDocName=PORTAL{number}",
        next="{path}?page={page}",
        head='<script src="/webcenter/faces/a.js"></script>',
        row='<div class="item"><a href="{href}">{title}</a><span>{day}</span><p>{sapo}</p></div>',
        article="<h1>{title}</h1><div>{day} {time}</div><div class='nd'><p><strong>{sapo}</strong>"
        "</p>{body}" + _SIGNED + "</div>",
    ),
    "huecit": MarkUp(
        address="/hoat-dong-cua-cap-uy-dang/{slug}.html",
        next="{path}&cpage={page}",
        head='<link rel="stylesheet" href="https://cdn.huecit.vn/style.css">',
        row='<div class="item"><a href="{href}">{title}</a><p>{sapo}</p></div>',
        article="<h1>{title}</h1><div>Cập nhật lúc : {time} {day}</div><div class='nd'><p><strong>"
        "{sapo}</strong></p>{body}" + _SIGNED + "</div>",
    ),
    "dcs_post": MarkUp(
        address="/Tin-t%E1%BB%A9c/post/{number}/{slug}.aspx",
        next="{path}/currentpage/{page}",
        row='<div class="tin"><h3><a href="{href}">{title}</a></h3><span>{day}</span><p>{sapo}</p>'
        "</div>",
        article='<div>TIN MỚI NHẤT</div><div id="dnn_ctr410_View_lblTieude">{title}</div>'
        '<span id="dnn_ctr410_View_lblNgaydang">{day} {time}</span><div '
        'id="dnn_ctr410_View_lblTomtat"'
        '>{sapo}</div><div id="dnn_ctr410_View_divNoidung">{body}' + _SIGNED + "</div>",
    ),
    "liferay_bacninh": MarkUp(
        address="/news/-/details/22340/{slug}-{number}",
        load="/news/list",
        fields=("category", "pageNum"),
        script="<script>var loadPageURL = '/news/list?category={token}';</script>",
        json=True,
        row="",
        article='<h1>Thực đơn</h1><h1 id="contentDetailTitleId">{title}</h1><div>{day} {time} Số '
        "lượt "
        'xem: 31</div><div id="sapoDetailId">{sapo}</div><div id="contentDetail">{body}'
        + _SIGNED
        + "</div>",
    ),
    "easywebhub": MarkUp(
        address="/{slug}",
        next="{path}/page/{page}",
        head='<link rel="stylesheet" href="//cdn.easywebhub.me/site.css">',
        row='<div class="tin"><h4><a href="{href}">{title}</a></h4><span>({dots} {time})</span>'
        "<p>{sapo}</p></div>",
        article='<h1 style="display:none">Home</h1><p class="Title">{title}</p><div class="Time">'
        'thứ năm, {spaces} {time}</div><b class="lv_description_mode1">{sapo}</b>'
        '<div class="ExternalClass12AB">{body}' + _SIGNED + "</div>",
    ),
    "hatinh": MarkUp(
        address="/vi/bai-viet/{slug}",
        next="{path}?page={page}",
        row='<div class="item"><a href="{href}">{title}</a><span>{day}</span><p>{sapo}</p></div>',
        article='<div class="detail-title"><h1>{title}</h1><span class="time">Đăng tải: {day} '
        "{time}"
        '</span></div><div class="detail-content-lead">{sapo}</div><div class="detail-content">'
        "{body}<p>Tác giả: {author}</p><p>Lượt xem: 31</p></div>",
    ),
    "vccorp": MarkUp(
        load="/api/NewsZone/NewsZone",
        fields=("Catname", "PageIndex"),
        first_page=0,
        script='<script>var zone = {{"PageIndex": 0, "PageSize": "DxZD1w2i+8E=", "Catname": '
        '"{token}",'
        ' "LanguageId": "jM2HDDVEz40=", "Site": "x1="}};</script>',
        address="/tin-tuc/{slug}-2704{stamp}123.htm",
        row='<div class="news-item" data-id="2704{stamp}123"><h3 class="news-title"><a '
        'href="{href}">'
        '{title}</a></h3><span class="news-time" title="{time}, {day}">{time}, {day}</span>'
        '<p class="news-sapo">{sapo}</p></div>',
        article='<h1>{title}</h1><div class="news-info"><span class="time">{time}, {day}</span>'
        "</div>"
        '<div class="detail-content afcbc-body clearfix"><p><strong>{sapo}</strong></p>{body}'
        + _SIGNED
        + "</div><div>Từ khóa:</div>",
    ),
    "vnpt": MarkUp(
        load="/DesktopModule/UIArticleInMenu/ArticleInMenuPagination.aspx/LoadArticle",
        fields=("article_category_id", "page"),
        script="<script>var maxPage = parseInt(9); function load(page) {{ $.post(url, {{"
        'article_category_id: {token}, categoryIds: "54442", site_id: 4, page: page, '
        'page_size: 15, keyword: "", articlelang: "vi-VN"}}); }}</script>',
        address="/tin-tuc/{slug}-{number}",
        listing='<div class="UIListNews_Default">{rows}</div>{pager}',
        row='<div class="item"><h3><a href="{href}">{title}</a></h3><span class="PostDate">({day})'
        '</span><div class="summary">{sapo}</div></div>',
        article='<div class="ArticleHeader">{title}</div><div class="PostDate">({day}, {time})'
        "</div>"
        '<div class="ArticleSummary">{sapo}</div><div class="ArticleContent">{body}'
        + _SIGNED
        + "</div>",
    ),
    "vhv": MarkUp(
        address="/tin-tuc/{slug}.html",
        listing='<section class="section-list">{rows}</section>{pager}',
        row='<article class="article-news"><a class="article-title" href="{href}">{title}</a>'
        '<span class="article-date">{day}</span><div class="article-brief">{sapo}</div></article>',
        article='<article class="news-detail-layout-type-2"><h1 class="title-detail">{title}</h1>'
        '<span class="post-date">{day} | {time}</span><div class="article-brief">{sapo}</div>'
        '<div class="article-content"><div class="article-content font-size-text">{body}</div>'
        "</div>"
        '<div class="author">Tác giả: {author}</div></article>',
    ),
    "liferay": MarkUp(
        address="/tin-tuc/-/view_content/{number}-{slug}.html",
        next="{path}?_101_INSTANCE_Ab12_cur={page}",
        listing='<div class="portlet-asset-publisher">{rows}</div>{pager}',
        row='<div class="asset-abstract"><h3 class="asset-title"><a href="{href}">{title}</a></h3>'
        '<span class="news-date">{day}</span><div class="asset-summary">{sapo}</div></div>',
        article='<div class="portlet-asset-publisher"><div class="asset-full-content"><h1 class='
        '"asset-title">{title}</h1><div class="news-date">Ngày đăng {day} | {time} | Lượt xem: 35'
        '</div><div class="journal-content-article"><p><strong>{sapo}</strong></p>{body}'
        + _SIGNED
        + "</div></div></div>",
    ),
    "nukeviet": MarkUp(
        address="/vi/news/tin-tuc/{slug}-{number}.html",
        next="{path}page-{page}/",
        head='<meta name="generator" content="NukeViet v4.5">',
        listing='<div class="news_column">{rows}</div>{pager}',
        row='<div class="panel-body"><h2><a href="{href}">{title}</a></h2><span class="text-muted">'
        '{day} {time}</span><div class="text-justify">{sapo}</div></div>',
        article='<div class="news_column"><h1 class="title" itemprop="headline">{title}</h1>'
        '<span class="h5">Thứ sáu - {day} {time}</span><div class="hometext">{sapo}</div>'
        '<div id="news-bodyhtml" class="bodytext">{body}</div><p class="h5 text-right">Tác giả: '
        "{author}</p></div>",
    ),
    "wordpress": MarkUp(
        address="/{slug}/",
        next="{path}page/{page}/",
        head='<meta name="generator" content="WordPress 6.1">',
        row='<article class="post hentry"><h2 class="entry-title"><a href="{href}">{title}</a></h2>'
        '<time class="entry-date" datetime="{iso}">{day}</time><div class="entry-summary">{sapo}'
        "</div>"
        "</article>",
        article='<article class="post hentry"><h1 class="entry-title">{title}</h1><div class='
        '"entry-meta"><time class="entry-date" datetime="{iso}">{day}</time></div><div class='
        '"entry-content"><p><strong>{sapo}</strong></p>{body}' + _SIGNED + "</div></article>",
    ),
    "joomla": MarkUp(
        address="/chinh-tri/{number}-{slug}",
        next="{path}?start={start}",
        head='<meta name="generator" content="Joomla! - Open Source Content Management">',
        row='<div class="items-row"><div class="item"><h2 class="page-header"><a '
        'href="{href}">{title}'
        '</a></h2><dd class="published">{day}</dd><p>{sapo}</p></div></div>',
        article='<div class="item-page"><h2 itemprop="headline">{title}</h2><dl '
        'class="article-info">'
        '<dd class="published"><time datetime="{iso}">{day}</time></dd></dl><div itemprop='
        '"articleBody"><p><strong>{sapo}</strong></p>{body}' + _SIGNED + "</div></div>",
    ),
    "mojoportal": MarkUp(
        address="/{slug}",
        next="{path}&pagenumber={page}",
        head='<link rel="stylesheet" href="/Data/Sites/1/skins/a/style.css">',
        row='<div class="article"><a href="{href}">{title}</a><span class="date">{time} | {day}'
        "</span>"
        '<div class="summary">{sapo}</div></div>',
        article='<div class="mojo-content"><h1 class="article-title">{title}</h1><div class='
        '"article-summary">{sapo}</div><div class="article-body">{body}' + _SIGNED + "</div></div>",
    ),
    "dotnetnuke": MarkUp(
        address="/vi-vn/Tin/tid/{slug}/newsid/{guid}/cid/{guid}",
        row='<table><tr><td><a id="dnn_ctr1_List_lblTieude_{number}" href="{href}">{title}</a>'
        '<span id="dnn_ctr1_List_lblNgay_{number}">{day}</span>'
        '<div id="dnn_ctr1_List_lblTomtat_{number}">{sapo}</div></td></tr></table>',
        article='<span id="dnn_ctr1_View_lblTieude">{title}</span><span '
        'id="dnn_ctr1_View_lblNgaydang"'
        '>Ngày cập nhật {day} {time}</span><div id="dnn_ctr1_View_lblTomtat">{sapo}</div>'
        '<div id="dnn_ctr1_View_divNoidung">{body}' + _SIGNED + "</div>",
    ),
    "laravel": MarkUp(
        address="/posts/{slug}",
        next="{path}?page={page}",
        head='<meta name="csrf-token" content="x">',
        row='<div class="post-item"><h3 class="post-title"><a href="{href}">{title}</a></h3>'
        '<span class="post-date">{day}</span><p class="post-excerpt">{sapo}</p></div>',
        article='<div class="post-detail"><h1 class="post-title">{title}</h1><span '
        'class="post-date">'
        '{day} {time}</span><p class="post-excerpt">{sapo}</p><div class="post-content">{body}'
        + _SIGNED
        + "</div></div>",
    ),
}
# A portal without a family: a table, and addresses of its own.
NAMELESS = MarkUp(
    address="/{slug}-{number}.html",
    next="{path}?page={page}",
    row='<tr><td><a href="{href}">{title}</a><br><i>{day}</i><br>{sapo}</td></tr>',
    listing="<table>{rows}</table>{pager}",
    article="<table><tr><td><h2>{title}</h2><p>{day} {time}</p><p><b>{sapo}</b></p>{body}"
    + _SIGNED
    + "</td></tr></table>",
)
# Addresses of such portals, by spider.
OWN_ADDRESSES = {
    "thanhuyhanoi": "/tin-tuc/quan-ba-dinh/{slug}-{number}",
    "mttqhanoi": "/{slug}.htm",
    "anhp": "/{slug}-d{number}.html",
    "dangbodanang": "/danang/xay-dung-dang/{slug}.html",
    "thanhuytphcm": "/tin-tuc/{slug}-{unix}",
    "thuduc": "/dang-uy/{slug}/ct/5829/{number}",
    "btv": "/tin-tuc/{slug}-{number}.html",
    "baria_vungtau": "/article?item={hash32}",
    "tinhuycamau": "/{slug}.{number}",
    "baodongthap_com": "/chinh-tri/{slug}-{number}.aspx",
    "hdndbinhthuan": "/News/ctcongtachdnd/{slug}.aspx",
    "khanhhoa": "/vi/tin-tuc/{slug}",
    "tinhuykhanhhoa": "/tin-bai/xay-dung-dang/{slug}-{number}",
    "baoninhthuan": "/news/{number}p24c32/{slug}.htm",
    "tinhuygialai": "/tintuc/{slug}/vi-VN-{number}-352.html",
    "baoquangngai": "/{slug}-{number}.htm",
    "tinhuynghean": "/vi-vn/chuyen-muc/dan-van/{number}-193312",
    "mttqnghean": "/cms/portal/read/tin/news/{slug}",
    "yenlap": "/bai-viet/cat/tin-2548/id/{slug}-{number}",
    "tinhuytuyenquang": "/DetailView/{number}/20/{slug}.html",
    "baoyenbai": "/11/{number}/{slug}.aspx",
    "hdndlaichau": "/view/tin-tuc/{slug}-{number}?mid=1851",
    "baodienbienphu": "/tin-bai/chinh-tri/{slug}",
}
