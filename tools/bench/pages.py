"""A portal without end: listings and articles of some 52 kB, each made from its number alone.

Five kinds of mark-up take turns, so that no contestant is measured on one layout. An article is
dressed as portals dress theirs: a menu of all their pages, scripts, boxes, a form, a footer.
"""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from functools import cache
from html import escape

from tools.big_demo_words import (
    ADDRESSEES,
    DOCUMENTS,
    FAMILY,
    GIVEN,
    MIDDLE,
    SENTENCES,
    SUBJECTS,
    TASKS,
)

ROWS = 20  # of a listing page
NAME = "Cổng thông tin điện tử huyện Mẫu"
_NEWEST = date(2026, 11, 20)
_OFFICES = ("Bí thư Huyện ủy", "Chủ tịch UBND huyện", "Phó Bí thư Thường trực Huyện ủy")
_PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title} - {name}</title>{head}</head>
<body class="site">{top}<div class="main-wrapper"><div class="container"><div class="row">
<div class="col-md-9">{main}</div>{side}</div></div></div>{bottom}</body></html>
"""
# Kinds of mark-up: {title} {sapo} {body} {author} {day} {time} {iso}.
_KINDS = (
    '<article class="news-detail-layout-type-2"><h1 class="title-detail">{title}</h1>'
    '<span class="post-date">{day} | {time}</span><div class="article-brief">{sapo}</div>'
    '<div class="article-content font-size-text">{body}</div>'
    '<div class="author">Tác giả: {author}</div></article>',
    '<div class="news_column panel panel-default"><div class="panel-body">'
    '<h1 class="title margin-bottom-lg" itemprop="headline">{title}</h1>'
    '<span class="h5" itemprop="datePublished">{day} {time}</span>'
    '<div class="hometext m-bottom" itemprop="description">{sapo}</div>'
    '<div id="news-bodyhtml" class="bodytext">{body}<p style="text-align:right"><strong>{author}'
    "</strong></p></div></div></div>",
    '<div class="tandan-p-article-news"><h2 class="tandan-p-article-news-title">{title}</h2>'
    '<span class="tandan-span-date-publish">Cập nhật lúc {time}, ngày {day} (GMT+7)</span>'
    '<p class="tandan-p-article-news-summary">{sapo}</p><div class="tandan-p-article-news-main">'
    '<div class="ms-rtestate-field">{body}<p align="right"><b>{author}</b></p></div></div></div>',
    '<article class="post type-post"><h1 class="entry-title">{title}</h1><div class="entry-meta">'
    '<time class="entry-date published" datetime="{iso}">{day}</time></div>'
    '<div class="entry-content"><p><strong>{sapo}</strong></p>{body}<p><em>{author}</em></p></div>'
    "</article>",
    '<table width="100%"><tr><td><b class="tieude">{title}</b></td></tr><tr><td class="ngay">'
    "Ngày đăng: {day} {time}</td></tr><tr><td><b>{sapo}</b></td></tr><tr><td>{body}</td></tr>"
    "<tr><td align='right'><i>{author}</i></td></tr></table>",
)
_PARAGRAPHS = (
    "<p>{}</p>\n",
    '<p style="text-align:justify">{}</p>\n',
    '<p class="MsoNormal" style="text-align:justify;text-indent:36.0pt">'
    '<span lang="VI" style="font-size:14.0pt">{}</span></p>\n',
    "<p>{}</p>\n",
    "<div>{}</div>\n",
)
_ROW = (
    '<article class="article-news"><a class="article-title" href="{href}">{title}</a>'
    '<span class="article-date">{day}</span><div class="article-brief">{sapo}</div></article>'
)


def article(number: int) -> str:
    """Return the page of article `number`, from 0, the newest."""
    chance = random.Random(number)
    kind = number % len(_KINDS)
    facts = _facts(number)
    body = "".join(_PARAGRAPHS[kind].format(text) for text in _paragraphs(chance, facts))
    body += (
        f'<div class="image"><img src="/upload/{number}/hoi-nghi.jpg" alt="Quang cảnh hội nghị">'
        "<p><em>Quang cảnh hội nghị. Ảnh: Thu Hà</em></p></div>"
    )
    moment = _day(number)
    main = _KINDS[kind].format(
        **{name: escape(text) for name, text in facts.items()},
        body=body,
        author=chance.choice(("Thu Hà", "Minh Quang", "Lê Thị Mai", "Hoàng Nam")),
        day=f"{moment:%d/%m/%Y}",
        time=f"{moment:%H:%M}",
        iso=f"{moment.isoformat()}+07:00",
    )
    related = "".join(_link(chance.randrange(10_000_000), chance) for _ in range(12))
    return _page(
        facts["title"], f'{main}<div class="other-news"><h3>Tin liên quan</h3>{related}</div>'
    )


def listing(page: int, articles: int) -> str:
    """Return listing page `page`, from 1, of a portal of so many articles."""
    rows = []
    for number in range(ROWS * (page - 1), min(ROWS * page, articles)):
        facts = {name: escape(text) for name, text in _facts(number).items()}
        rows.append(_ROW.format(href=path(number), day=f"{_day(number):%d/%m/%Y}", **facts))
    following = ROWS * page < articles
    more = f'<a rel="next" href="/tin-tuc?page={page + 1}">Sau</a>' if following else ""
    return _page(NAME, f'<section class="section-list">{"".join(rows)}</section>{more}')


def path(number: int) -> str:
    """Return the path at which an article is."""
    return f"/tin-tuc/hoi-nghi-giao-ban-{number + 1_000_000}.html"


def number_of(path: str) -> int:
    """Return the number of the article at a path. Raises `ValueError` for other paths."""
    return int(path.removeprefix("/tin-tuc/hoi-nghi-giao-ban-").removesuffix(".html")) - 1_000_000


def _facts(number: int) -> dict[str, str]:
    """Return what listing and article both say."""
    chance = random.Random(-1 - number)
    moment, subject = _day(number), chance.choice(SUBJECTS)
    chair = " ".join(chance.choice(words) for words in (FAMILY, MIDDLE, GIVEN))
    return {
        "title": f"Hội nghị giao ban {subject} tháng {moment.month}/{moment.year} lần {number + 1}",
        "sapo": f"Ngày {moment.day}/{moment.month}, đồng chí {chair}, {chance.choice(_OFFICES)} "
        f"chủ trì hội nghị giao ban {subject} tháng {moment.month} năm {moment.year}.",
    }


def _day(number: int) -> datetime:
    day = _NEWEST - timedelta(days=number // 40)
    return datetime(day.year, day.month, day.day, 7 + number % 11, number % 60)


def _paragraphs(chance: random.Random, facts: dict[str, str]) -> list[str]:
    words = {
        "subject": chance.choice(SUBJECTS),
        "period": "tháng qua",
        "chair": " ".join(chance.choice(names) for names in (FAMILY, MIDDLE, GIVEN)),
        "place": "huyện Mẫu",
    }
    speeches = [
        " ".join(
            chance.choice(SENTENCES).format(
                **words,
                n=chance.randint(2, 98),
                m=chance.randint(99, 9999),
                document=f"Công văn số {chance.choice(DOCUMENTS)}",
            )
            for _ in range(chance.randint(1, 4))
        )
        for _ in range(chance.randint(8, 14))
    ]
    order = f"{chance.choice(ADDRESSEES)} {chance.choice(TASKS)} trước ngày 15/12/2026"
    return [*speeches, f"Đồng chí {words['chair']} yêu cầu {order}."]


def _page(title: str, main: str) -> str:
    head, top, side, bottom = _furniture()
    return _PAGE.format(
        title=escape(title), name=NAME, head=head, top=top, main=main, side=side, bottom=bottom
    )


def _link(number: int, chance: random.Random) -> str:
    title = f"Kế hoạch {chance.choice(SUBJECTS)} của huyện số {number}"
    return f'<li><a href="/van-ban/{number}" title="{title}">{title}</a> <i>(12/10/2026)</i></li>'


@cache
def _furniture() -> tuple[str, str, str, str]:
    """Return what every page of the portal has: head, top, side and bottom."""
    chance = random.Random("furniture")
    rules = "".join(
        f".box-{n} .title{{color:#{n:03x}{n:03x};margin:{n % 9}px {n % 7}px}}" for n in range(90)
    )
    script = "".join(f'menu.push({{id:{n},url:"/chuyen-muc-{n}",open:false}});' for n in range(80))
    head = f"<style>{rules}</style><script>var menu=[];{script}</script>"
    menu = "".join(
        f'<li class="nav-item dropdown"><a class="nav-link" href="/muc-{n}">'
        f'<span>{chance.choice(SUBJECTS).capitalize()}</span></a><ul class="dropdown-menu">'
        + "".join(
            f'<li><a class="dropdown-item" href="/muc-{n}/{m}">{chance.choice(SUBJECTS)}</a></li>'
            for m in range(16)
        )
        + "</ul></li>"
        for n in range(17)
    )
    top = (
        f'<header id="header"><a class="logo" href="/"><img src="/logo.png" alt="{NAME}"></a>'
        '<span class="clock">Thứ Năm, 26/11/2026</span><form action="/tim-kiem"><input name="q" '
        f'placeholder="Tìm kiếm"></form></header><nav class="navbar"><ul>{menu}</ul></nav>'
        '<div class="breadcrumb"><a href="/">Trang chủ</a> » <a href="/tin-tuc">Tin tức</a></div>'
    )
    boxes = "".join(
        f'<div class="box box-{n}"><h3 class="box-title">{heading}</h3><ul>'
        + "".join(_link(1000 * n + m, chance) for m in range(9))
        + "</ul></div>"
        for n, heading in enumerate(("Tin mới", "Đọc nhiều", "Văn bản mới", "Thông báo"))
    )
    side = f'<aside class="col-md-3 sidebar">{boxes}<div class="poll">Bình chọn</div></aside>'
    bottom = (
        '<div class="comments"><h4>Ý kiến bạn đọc</h4><form><textarea></textarea></form></div>'
        f'<footer id="footer"><p>Bản quyền thuộc {NAME}</p><p>Giấy phép số 12/GP-TTĐT ngày '
        "05/01/2020</p><p>Lượt truy cập: 1.234.567</p></footer>"
    )
    return head, top, side, bottom
