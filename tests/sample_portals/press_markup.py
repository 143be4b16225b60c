"""The mark-up of newspapers' and broadcasters' families, as read in public sources."""

from __future__ import annotations

from tests.sample_portals.markup import MarkUp

PRESS: dict[str, MarkUp] = {
    "press_hash": MarkUp(
        address="/chinh-tri/{month}/{slug}-{hash7}/",
        next="{path}trang-{page}.html",
        row='<div class="item"><a href="{href}"><img alt="" src="/file/{guid}/112026/t.jpg"></a>'
        '<a class="title2" href="{href}">{title}</a><div class="desc">{sapo}</div></div>',
        article='<div class="article_content"><h1 class="head_title">{title}</h1>'
        '<div class="date">{time}, {day}</div><div id="content" class="content-detail">'
        '<div class="td-post-content"><p class="sub_first_content"><strong>{sapo}</strong></p>'
        '{body}<p style="text-align:right"><strong>{author}</strong></p></div></div>'
        '<ul class="social"><li>Chia sẻ</li></ul><div class="bd02">Ý kiến bạn đọc</div></div>'
        "<p>Thông tin bạn đọc</p><p>Đóng Lưu thông tin</p>",
    ),
    "press_a": MarkUp(
        address="/{slug}-a{number}.html",
        next="{path}?p={page}",
        head='<link rel="stylesheet" href="/static/templates/version1/homepage/css/style.css">',
        listing='<ul class="list-block">{rows}</ul><div id="page">{pager}</div>'
        '<div class="box160"><h4>Tiêu điểm</h4></div>',
        row='<li><div class="overflow-16x9"><a href="{href}"><img alt="" src='
        '"/image/news/2026/20261120/thumbnail/336x224/{unix}.webp"></a></div>'
        '<a href="{href}" title="{title}">{title}</a><p>{sapo}</p></li>',
        article='<h1 class="titlecate"><a href="/thoi-su/">THỜI SỰ</a></h1>'
        '<span class="pubdate">{day} - {time}</span><h1 class="margintopbot10 fw700">{title}</h1>'
        '<div id="newscontents"><div class="content-fck"><p><strong>{sapo}</strong></p>{body}'
        '<p style="text-align:right"><strong>{author}</strong></p></div></div>'
        '<div>Chia sẻ bài viết</div><form id="frmComments"><textarea></textarea></form>',
    ),
    "epi": MarkUp(
        address="/{slug}-post{number}.html",
        row='<article class="story"><figure class="story__thumb"><a href="{href}"><img alt=""'
        ' data-src="/t.jpg"></a></figure><h2 class="story__heading"><a class="cms-link"'
        ' href="{href}">{title}</a></h2><div class="story__meta"><time datetime="{iso}">{day}'
        '</time></div><div class="story__summary">{sapo}</div></article>',
        listing='{rows}<button class="more-news">xem thêm</button>{pager}',
        article='<article><h1 class="article__title cms-title">{title}</h1><div class='
        '"article__meta"><time class="time" datetime="{iso}"><span data-time="{unix}">{day} {time}'
        '</span></time></div><div class="article__sapo cms-desc">{sapo}</div><div class='
        '"article__body zce-content-body cms-body" itemprop="articleBody">{body}'
        '<div class="t1"><span class="t2">{author}</span></div><div class="rennab">Quảng cáo</div>'
        '</div><div class="article__tags">Từ khóa: <a href="/x-tag12.html">x</a></div></article>',
    ),
    "onecms": MarkUp(
        address="/{slug}-{number}.html",
        head='<meta property="og:image" content="https://media.1cdn.vn/t.jpg">'
        '<link rel="preload" as="image" href="https://media.1cdn.vn/2026/t.jpg">',
        row='<div class="b-grid"><div class="b-grid__img"><a href="{href}"><img alt=""'
        ' src="https://media.1cdn.vn/2026/t.jpg"></a></div><h3 class="b-grid__title">'
        '<a href="{href}">{title}</a></h3><div class="b-grid__desc">{sapo}</div></div>',
        article='<div class="b-maincontent"><h1>{title}</h1><div '
        'class="sc-longform-header-date">{day} {time}</div>'
        '<article class="entry"><p class="block-sc-sapo">{sapo}</p>{body}'
        '<p style="text-align:right"><strong>{author}</strong></p></article>'
        '<div class="c-box"><h4>Bài liên quan</h4></div></div><p>(0) Bình luận</p><p>Nổi bật</p>',
    ),
    "press_uploads": MarkUp(
        address="/chinh-tri/{slug}-{number}.html",
        next="{path}?page={page}",
        row='<div class="news-item"><a href="{href}"><img alt="" src='
        '"/uploads/image/2026/11/20/t.jpg"></a><h3><a href="{href}">{title}</a></h3>'
        "<p>{sapo}</p></div>",
        article='<div class="news-details-content"><h1>{title}</h1><div class="date">Thứ Sáu, ngày '
        '{day} | {time}</div><div class="contentView"><p><strong>{sapo}</strong></p>{body}'
        '<p style="text-align:right"><strong>{author}</strong></p></div></div>',
    ),
    "mediatech": MarkUp(
        address="/{slug}-{number}.html",
        next="{path}?page={page}",
        row='<article class="card"><h3 class="card-title"><a href="{href}">{title}</a></h3>'
        '<span class="time">{day} {time}</span><p class="summary">{sapo}</p></article>',
        article='<article class="content-article"><h1 class="name">{title}</h1><div '
        'class="post-time"'
        '>{day} | {time} (GMT +7)</div><div id="content-detail"><p><strong>{sapo}</strong></p>'
        '{body}</div><div class="pseudonym">{author}</div></article>'
        '<div class="block-news-list"><h4>Cùng chuyên mục</h4></div>',
    ),
    "baophutho": MarkUp(
        address="/{slug}-{number}.htm",
        next="{path}?page={page}",
        row='<div class="item"><h3><a href="{href}">{title}</a></h3><p>{sapo}</p></div>',
        article='<h1 class="pTitle">{title}</h1><div>{day} {time}</div><p class="pHead">{sapo}</p>'
        '<div id="dcontent">{body}<p style="text-align:right"><strong>{author}</strong></p></div>',
    ),
    "baothanhhoa": MarkUp(
        address="/{slug}-{number}.htm",
        next="{path}?page={page}",
        row='<div class="item"><h3><a href="{href}">{title}</a></h3><p>{sapo}</p></div>',
        article='<h1>{title}</h1><div class="article__date">{time} - {day}</div>'
        '<div class="article__sapo">{sapo}</div><div class="article__content">{body}'
        '<p style="text-align:right"><strong>{author}</strong></p></div>',
    ),
    "baoninhbinh": MarkUp(
        address="/{slug}-{stamp}123.html",
        next="{path}?page={page}",
        row='<div class="item"><h3><a href="{href}">{title}</a></h3><p>{sapo}</p></div>',
        article='<h1 class="header-title">{title}</h1><div>{day} {time}</div><div class='
        '"content-detail"><p class="font-bold">{sapo}</p><div id="content_detail">{body}'
        '<p style="text-align:right"><strong>{author}</strong></p></div></div>',
    ),
    "baobacninh": MarkUp(
        address="/{slug}-postid{number}.bbg",
        next="{path}?page={page}",
        row='<div class="item"><a class="font-tin-doc" href="{href}">{title}</a><p>{sapo}</p>'
        "</div>",
        article='<h1 class="news-details__title">{title}</h1><div>{day} {time}</div>'
        '<div class="news_detail_sapo"><p>{sapo}</p></div><div class='
        '"news-details__content link_content">{body}<p style="text-align:right"><strong>{author}'
        '</strong></p></div><ul class="news-related__list"></ul>',
    ),
    "baolaichau": MarkUp(
        address="/chinh-tri/{slug}-{number}",
        next="{path}?page={page}",
        row='<div class="blc-post"><a class="blc-post__link" href="{href}">{title}</a>'
        "<p>{sapo}</p></div>",
        article='<div id="post-content"><div class="post-detail"><div class="post-info blc-post">'
        '<h1 class="title">{title}</h1><div>{time} {day}</div><div class="sapo">{sapo}</div>'
        '<div class="body">{body}<p style="text-align:right"><strong>{author}</strong></p></div>'
        "</div></div></div>",
    ),
    "baosonla": MarkUp(
        address="/thoi-su-chinh-tri/{slug}-{code9}.html",
        next="{stem}/trang-{page}.html",
        row='<div class="item"><h3><a class="cms-link" href="{href}">{title}</a></h3>'
        "<p>{sapo}</p></div>",
        article='<h1>{title}</h1><div>{time} {day}</div><div class="audio-article">Nghe bài</div>'
        '<div class="fulltext"><p class="font-bold">{sapo}</p><div id="editor-detail">{body}'
        '<p style="text-align:right"><strong>{author}</strong></p></div></div>',
    ),
}
