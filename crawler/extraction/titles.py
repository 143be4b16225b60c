"""Which line is the article's title, on a page of no known family.

In: the layout, its furniture and where the text begins. Out: the title's block. The site's own
name stands at the top of most pages as the only <h1>, or the first, often over the page's clock.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from crawler.extraction.blocks import Block, Layout
from crawler.extraction.dateline import is_clock, split_title_stamp
from crawler.extraction.furniture import Furniture
from crawler.extraction.headlines import (
    heads_a_section,
    is_called_site,
    is_machine_name,
    is_set_as_title,
    is_site_name,
    looks_a_title,
    worth_of_names,
)
from crawler.extraction.names import names_section
from crawler.extraction.words import is_link_bar
from crawler.vietnamese.letters import clean, fold

# How leads open: "Sáng 12/4, …", "TTH - Chiều ngày 7/10 …".
_OPENING = re.compile(
    r"(?:\([^)]{1,20}\) ?[-–]? ?|\w{2,8} ?[-–] )?(?:sang|chieu|toi|trua|ngay)\b.{0,12}\d{1,2}[/-]\d"
)
_SENTENCE = re.compile(r"[.!?…;/][\"”’')\]]*$")
_HOME = re.compile(
    r"(?:https?://[^/]+)?(?:[./]*|/?(?:web|vi|vn|home|index\.\w+|default\.aspx|trang-?chu)/?)",
    re.IGNORECASE,
)
# What parts a section and a title in the page's name, and what a title has and a section has not.
_PARTED = re.compile(r" ?[:|»›>/–—-]{1,2} ?")
_SPEAKS = re.compile(r"\d|giao ban|\bhop\b|hoi nghi|[,;:?!]")
_TIMES = 1.5  # how much longer than a section's name a title is
_LINES_ABOVE = 25  # how far above the first paragraph a title may stand
_SHORTEST, _LONGEST = 8, 350
_MENU = 3  # links in a row
_LINES = 3  # of a title


def find_title(layout: Layout, furniture: Furniture, below: int, tree: HtmlElement) -> Block | None:
    """Return the block that is the title of the article whose first paragraph is block `below`."""
    named = _page_names(tree)
    best: tuple[float, Block] | None = None
    candidates: list[tuple[float, Block]] = []
    distance = 0
    below = _first_sentence(layout, below)
    for block in reversed(layout.blocks[: below + 1]):
        text = block.text
        if not text:
            continue
        if block.index < below and block.index not in furniture.dropped:
            distance += 1
        if distance > _LINES_ABOVE and best is not None:
            break
        if not _SHORTEST <= len(text) <= _LONGEST or block.label.bare_date or block.controls:
            continue
        score = _title_score(block, named) - 0.12 * min(distance, 40)
        score += _worth_of_place(layout, furniture, block)
        if block.index == below and score < 5:
            continue
        if block.index not in furniture.dropped:
            candidates.append((score, block))
        if best is None or score > best[0]:
            best = (score, block)
    if best is None or best[0] <= -1.5:
        return None
    return _past_the_masthead(layout, furniture, best[1], candidates, named)


def _worth_of_place(layout: Layout, furniture: Furniture, block: Block) -> float:
    """What it is worth where a line stands: among furniture, in a row of links, over a date."""
    worth = -5.0 if block.index in furniture.dropped else 0.0
    stamp = block.label.date and split_title_stamp(block.text) is None
    if stamp or _is_among_links(layout, block) or _is_trail(block):
        return worth - 3
    return worth + 2.5 if _is_dated(layout, furniture, block) else worth


def _first_sentence(layout: Layout, below: int) -> int:
    """The first whole sentence: the box that holds the text may hold its title too."""
    for block in layout.blocks[below : below + 6]:
        below = block.index
        whole = len(block.text) > 160 or _SENTENCE.search(block.text)
        if block.image is not None or (block.text and whole and not is_set_as_title(block)):
            break
    return below


def _past_the_masthead(
    layout: Layout,
    furniture: Furniture,
    best: Block,
    candidates: list[tuple[float, Block]],
    named: list[str],
) -> Block:
    """Return the title below `best` when that is the site's name, else `best`.

    `named` is what the page calls itself.
    """
    best_dated = _is_dated(layout, furniture, best)
    is_site = is_site_name(best.text) or is_called_site(best) or _leads_home(best)
    better_titles: list[tuple[float, Block]] = []
    for score, block in candidates:
        if block.index <= best.index:
            break
        sentence = _SENTENCE.search(block.text) and not is_set_as_title(block)
        if sentence or _OPENING.match(fold(block.text)):
            continue
        if _is_among_links(layout, block) or _is_trail(block):
            continue
        if block.is_heading and best.is_heading and block.tag <= best.tag:
            between = layout.blocks[best.index + 1 : block.index]
            if all(b.index in furniture.dropped or b.label.date for b in between):
                return block  # `best` heads a section, or is a line over the title
        if (
            _gives_way(best, block)
            or _is_listed_under(layout, furniture, best, block)
            or _is_filed_under(named, best, block)
        ):
            better_titles.append((score, block))
            continue
        names_site = is_site or fold(block.text).startswith(fold(best.text) + " ")
        dated = _is_dated(layout, furniture, block)
        large = block.is_heading or block.size >= 17
        menu = _has_menu(layout, best, block)
        if large or dated:
            # Of two that are dated, the upper has the page's clock below it.
            below_clock = best_dated and dated and large and block.link_share < 0.5
            above = next((b for b in reversed(layout.blocks[: block.index]) if b.text), block)
            heads = dated or (
                block.is_heading and (not best_dated or block.tag <= best.tag or above.label.date)
            )
            better = names_site or below_clock or (heads and menu)
        else:
            better = names_site and menu and (block.is_bold or looks_a_title(block))
        if better:
            better_titles.append((score, block))
    if not better_titles:
        return best
    # What stands below the site's name may be a section's heading yet.
    best = max(better_titles, key=lambda scored: scored[0])[1]
    return _past_the_masthead(layout, furniture, best, candidates, named)


def _gives_way(above: Block, below: Block) -> bool:
    """Tell whether a line is but a section's, by how the title below it is set: larger than it, or
    as the page's heading where it is plain and shorter.
    """
    if above.is_heading or below.link_share > 0.5 or len(below.text) < 20:
        return False
    if below.tag == "h1" and not (above.bold or above.size >= 17 or is_site_name(below.text)):
        return len(above.text) < len(below.text)
    return below.size >= 17 and above.size < 0.9 * below.size


def _is_listed_under(layout: Layout, furniture: Furniture, above: Block, below: Block) -> bool:
    """Tell whether a section's name heads the box in which a dated title stands, however set."""
    named = names_section(above.text) or heads_a_section(above)
    return (
        named
        and looks_a_title(below)
        and not heads_a_section(below)
        and _is_dated(layout, furniture, below)
        and not _is_dated(layout, furniture, above)
    )


def _is_filed_under(named: list[str], above: Block, below: Block) -> bool:
    """Tell whether the page's name is that of a section, a forum or the site, then the title:
    "Tin nhà trường: Giao ban tháng 10, xếp lại lịch giảng". A title may have a subtitle, too.
    """
    section, title = fold(above.text), fold(below.text)
    if not is_set_as_title(below) or len(title) < _TIMES * len(section) or _SPEAKS.search(section):
        return False
    return any(
        name.startswith(section)
        and name.endswith(title)
        and _PARTED.fullmatch(name[len(section) : -len(title)])
        for name in named
    )


def _leads_home(block: Block) -> bool:
    """Tell whether a line is a link to the site's first page, as its name is."""
    links = list(islice(block.box.iter("a"), 2)) if block.link_share > 0.9 else []
    return len(links) == 1 and bool(_HOME.fullmatch((links[0].get("href") or "").strip()))


def _has_menu(layout: Layout, above: Block, below: Block) -> bool:
    """Tell whether a row of links to other pages parts two lines."""
    row = 0
    for block in layout.blocks[above.index + 1 : below.index]:
        if is_link_bar(block.text, block.linked):
            return True
        linked = block.link_share > 0.9 and len(block.text) < 60
        links = islice(block.box.iter("a"), _MENU) if linked else ()
        addresses = [a.get("href") or "" for a in links]
        row = row + 1 if any(a[:1] == "/" or "." in a for a in addresses) else 0
        if row >= _MENU:
            return True
    return False


def _is_among_links(layout: Layout, block: Block) -> bool:
    """Tell whether a line is one of a row of links, as a menu is."""
    if block.link_share <= 0.9 or block.is_heading:
        return False
    beside = [*layout.blocks[max(0, block.index - 1) : block.index]]
    beside += layout.blocks[block.index + 1 : block.index + 2]
    return any(b.link_share > 0.9 for b in beside)


def _is_trail(block: Block) -> bool:
    """Tell whether a line is links and what parts them: "Tin tức / Xây dựng Đảng"."""
    if block.link_share < 0.7 or block.is_heading:
        return False
    links = islice(block.box.iter("a"), _MENU)
    return sum(clean(str(a.text_content())) in block.text for a in links) > 1


def lines_of_title(layout: Layout, title: Block) -> list[Block]:
    """The lines of a title that <br> parts, in an element called a title's that holds no more.

    Lines of another look are a kicker's or a date's; in a heading <br> parts nothing.
    """
    lines = [b for b in layout.within(title.box)[: _LINES + 1] if b.text]
    if not (1 < len(lines) <= _LINES and looks_a_title(title)) or names_section(lines[0].text):
        return [title]
    alike = len({(b.box, b.size, b.text.isupper()) for b in lines}) == 1
    # A day may end the last, in small print.
    bold = {b.is_bold for b in lines if not (b.label.date or split_title_stamp(b.text))}
    dated = lines[-1].label.bare_date or any(b.label.date for b in lines[:-1])
    return lines if alike and len(bold) == 1 and not dated else [title]


def _is_dated(layout: Layout, furniture: Furniture, block: Block) -> bool:
    """Tell whether the line right below is a date line: what is dated is an article's title."""
    for below in layout.blocks[block.index + 1 : block.index + 4]:
        if below.text and below.label.bare_date:
            return not is_clock(below.text)
        if below.text and below.index not in furniture.dropped:
            return False
    return False


def _page_names(tree: HtmlElement) -> list[str]:
    """What <title> and og:title say, folded."""
    names = [clean(str(t.text_content())) for t in tree.iter("title")][:1]
    names += [
        clean(m.get("content") or "")
        for m in tree.iter("meta")
        if (m.get("property") or m.get("name") or "").lower() in {"og:title", "twitter:title"}
    ]
    return [fold(n) for n in names if n]


def _title_score(block: Block, named: list[str]) -> float:
    text = fold(block.text)
    score = {"h1": 4.0, "h2": 3.0, "h3": 2.0, "h4": 1.5}.get(block.tag, 0.0)
    score += next((worth for name in named if (worth := _named_worth(text, name))), 0.0)
    score += worth_of_names(block)
    if block.is_bold and not block.is_heading:
        score += 1.5
    if block.size >= 17:
        score += 1.5 if block.size < 20 else 2.5
    if len(block.text) > 110:
        score -= 1
    if block.link_share > 0.5:
        score -= 2.5
    if text.isupper() or len(block.text) < 15:
        score -= 0.5
    if is_site_name(block.text):
        score -= 2
    if is_machine_name(block.text):
        score -= 3
    if _OPENING.match(text):
        score -= 3
    if block.text.endswith((".", ":", ";")) and len(block.text) > 60 and not is_set_as_title(block):
        score -= 2
    return score


def _named_worth(text: str, name: str) -> float:
    """What it is worth that a folded line stands in what the page calls itself."""
    cut = name.rstrip(" .…") if name.endswith(("...", "…")) else ""
    if name.startswith(text) or name.endswith(text) or (len(cut) >= 15 and text.startswith(cut)):
        return 5.0
    return 3.0 if text in name else 0.0
