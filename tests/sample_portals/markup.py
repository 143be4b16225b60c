"""How the pages of a family look, as far as a crawler can tell: `MarkUp`, one record a family.

Templates are filled with `str.format`; values are escaped. Of an article: {href} {title} {sapo}
{body} {author} {day} {time} {hour12} {iso}; of its address: {slug} {number} {hash} {month} {unix}
{guid} {stamp}. {path} is the listing's own address, {page} the number of a page, from 1.
"""

from __future__ import annotations

from dataclasses import dataclass

PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{name}</title>{head}</head>
<body><header><a href="/">{name}</a> <span class="clock">Thứ Năm, 26/11/2026</span></header>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/gioi-thieu">Giới thiệu</a></li></ul></nav>
{main}
<footer>Bản quyền thuộc {name}. Giấy phép số 12/GP-TTĐT ngày 05/01/2020.</footer></body></html>
"""
NUMBERS = '<ul class="pagination">{links}</ul>'
NUMBER = '<li><a href="{href}">{page}</a></li>'


@dataclass(frozen=True, kw_only=True)
class MarkUp:
    """One family's pages.

    `address` is an article's path; `listing` holds {rows} and {pager}; `next` the address of a
    further page, "" where a listing shows everything at once. `body` wraps one paragraph. Where a
    script pages, `load` is what it asks for the rows alone, `script` what it holds ({token}), and
    `fields` name what it sends, token and page, the first being `first_page`; `json` is Bắc Ninh's.
    """

    address: str
    row: str
    article: str
    listing: str = '<div class="list">{rows}</div>{pager}'
    next: str = ""
    head: str = ""
    body: str = "<p>{text}</p>"
    first_page: int = 1
    load: str = ""
    script: str = ""
    fields: tuple[str, str] = ("", "")
    json: bool = False
