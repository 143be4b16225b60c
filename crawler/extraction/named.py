"""What a page's family names: the elements of its fields, answered from the page's index.

A family says where fields are as a rule. Whether an element is the article's on this page, its
place tells: a clock in the page's header may bear the class of the date, an item of a list that of
a title, a lead or a writer.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from crawler.extraction.blocks import Layout
from crawler.extraction.elements import text_of
from crawler.extraction.furniture import Furniture
from crawler.extraction.words import is_box_heading, is_furniture_line
from crawler.families.base import Fields
from crawler.families.index import Index

# What elements with an article's writer are called, whatever the CMS.
_WRITER = re.compile(
    r"(?:[a-z\d]+[-_]+){0,3}(?:author|tac-?gia|byline|writer|pseudonym|but-?danh|nguoi-?viet)"
    r"(?:[-_]+(?:name|info|meta|detail|post|article|news|text|right|box|card|end|foot|bottom|wrap(?:per)?))?"
)
# Pictures of a person or pen, in the fonts of icons, before whom they stand for.
_PERSON = re.compile(
    r"(?:fa|bi|icon|glyphicon|mdi|la|ti)-(?:user|person|author|pen|pencil)(?:-\w+)*"
)
_HUMP = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_FIELD = 40  # how many blocks a field may have: a wrapper of half the page is none
_MOST = 20  # how many elements of one name are looked at: a field has few
BELOW = 8  # how many lines below the text a byline may stand


def name_content(fields: Fields, index: Index, layout: Layout) -> HtmlElement | None:
    """The element the family names for the content: of several, the first full of prose.

    Before it a side box may bear the same class; without prose it is the first with text.
    """
    named = [_seen(index, layout, css) for css in fields.content]
    for elements in named:
        prose = [_prose_in(layout, element) for element in elements]
        if any(prose):
            return next(e for e, n in zip(elements, prose, strict=True) if 2 * n >= max(prose))
    every = [element for elements in named for element in elements]
    return next((e for e in every if text_of(e)), every[0] if every else None)


def name_title(fields: Fields, index: Index, layout: Layout, start: int) -> HtmlElement | None:
    """The element the family names for the title: of several, the last above the first paragraph
    of the content, which begins with block `start`.
    """
    prose = (b.index for b in layout.blocks[start:] if b.label.prose and not b.is_bold)
    first = next(prose, start)
    for css in fields.title:
        above = [
            element
            for element in index.select(css)
            if element in layout.spans
            and layout.spans[element][0] <= first
            and (text := text_of(element))
            and not is_no_title(text)
        ]
        if above:
            return _heading_in(above[-1])
    return None


def _heading_in(element: HtmlElement) -> HtmlElement:
    """The one heading of an article's header, which may hold its date and tools too."""
    headings = [h for h in islice(element.iter("h1", "h2"), 2) if text_of(h)]
    return headings[0] if len(headings) == 1 else element


def name_furniture(fields: Fields, index: Index) -> list[HtmlElement]:
    """The elements that are furniture in the family."""
    return [element for css in fields.furniture for element in index.select(css)]


class Named:
    """The elements of an article's fields, where there is one from its title to right below its
    text (blocks `title` to `end`), else None.
    """

    __slots__ = ("author", "sapo", "source", "stamp", "writer")

    def __init__(
        self,
        fields: Fields,
        index: Index,
        layout: Layout,
        furniture: Furniture,
        title: int,
        end: int,
    ) -> None:
        def placed(elements: list[HtmlElement]) -> HtmlElement | None:
            return next((e for e in elements if _is_own(layout, furniture, title, end, e)), None)

        def seen(selectors: tuple[str, ...]) -> list[HtmlElement]:
            return [e for css in selectors for e in _seen(index, layout, css)]

        def field(selectors: tuple[str, ...]) -> HtmlElement | None:
            return placed(seen(selectors))

        # Items of a list below the text may bear the date's class too.
        stop = min((stop for stop in furniture.stops if stop > title), default=len(layout.blocks))
        self.stamp = placed([e for e in seen(fields.stamp) if layout.spans[e][0] <= stop])
        self.sapo = field(fields.sapo)
        self.author = field(fields.author)
        self.source = field(fields.source)
        # Called "author", "tac-gia": by any page's own class names.
        called = _called(index, _WRITER)
        pictured = [i.getparent() for i in _called(index, _PERSON) if not text_of(i)]
        self.writer = placed([e for e in (*called, *pictured) if e in layout.spans])


def _called(index: Index, name: re.Pattern[str]) -> list[HtmlElement]:
    """The elements with a class of that name, some of each; "Byline_author__x3F" is one, and
    "ArticleAuthor".
    """
    return [
        element
        for token, elements in index.by_class.items()
        if _is_called(token.partition("__")[0], name)
        for element in elements[:_MOST]
    ]


def _is_called(token: str, name: re.Pattern[str]) -> bool:
    if name.fullmatch(token.lower()):
        return True
    return not token.islower() and bool(name.fullmatch(_HUMP.sub("-", token).lower()))


def is_no_title(text: str) -> bool:
    """Tell whether a line is furniture or heads a box, so that no title it is."""
    return is_furniture_line(text) or is_box_heading(text)


def _is_own(
    layout: Layout, furniture: Furniture, title: int, end: int, element: HtmlElement
) -> bool:
    start, last = layout.spans[element]
    if not title <= start <= end + BELOW or last - start > _FIELD:
        return False
    zone = layout.blocks[start].zone if start in furniture.dropped else None
    # A box of the writer's biography is furniture; one that only names the writer is no less.
    if zone is not None and not (zone is element and _called_writer(element)):
        return False
    return bool(text_of(element))


def _called_writer(element: HtmlElement) -> bool:
    return any(_is_called(name, _WRITER) for name in element.classes)


def _seen(index: Index, layout: Layout, css: str) -> list[HtmlElement]:
    """The elements of a selector that a reader sees."""
    return [element for element in index.select(css)[:_MOST] if element in layout.spans]


def _prose_in(layout: Layout, element: HtmlElement) -> int:
    """How many letters of prose an element holds."""
    return sum(len(b.text) for b in layout.within(element) if b.label.prose and not b.label.imprint)
