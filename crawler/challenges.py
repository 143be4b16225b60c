"""Pages that stand before a portal instead of it: what each kind is known by. Pure.

Firewalls answer 200, 403 or 503 with a page of their own: a stub that sets a cookie and reloads, a
page that wants a browser to compute something, a captcha, a refusal. Applications answer with a
shell that a browser would fill. A portal's own page may hold the same scripts and a captcha beside
its comments, so what decides is what a reader sees: a page with words of its own is no challenge.
Sources of the shapes: docs/portals.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from crawler.vietnamese.letters import clean, fold

SHELL = "a shell that only a browser fills"
LARGEST = 64 * 1024  # characters; a page with an article and its menus is no stub
_NOTHING = 6  # words: a title, a "please wait"
_FEW = 120  # words of a refusal with its explanations
_HEADLINE = 5  # words: a link to an article, not to a menu
_UNSEEN = ("script", "style", "noscript", "template", "head", "option", "iframe")


@dataclass(frozen=True, slots=True)
class Challenge:
    """A page in place of the portal: what it is, and the cookies that would satisfy it, if any."""

    reason: str
    cookies: tuple[tuple[str, str], ...] = ()


# `document.cookie = "D1N=1f" + "; path=/"`: strings that are put together, nothing computed.
_STRING = r"""(?:"[^"\\\n]*"|'[^'\\\n]*')"""
_COOKIE = re.compile(
    rf"document\.cookie\s*=\s*({_STRING}(?:\s*\+\s*{_STRING}){{0,9}})\s*(?=[;\n}}<])"
)
_PAIR = re.compile(r"\s*([\w.-]{1,100})=([^;]{0,4000})")
_MOVES = re.compile(
    r"location\s*\.\s*(?:reload|replace|assign)\s*\(|location(?:\s*\.\s*href)?\s*=[^=]|"
    r"document\.cookie\s*=|\.submit\s*\(\s*\)",
    re.I,
)
_PROVIDERS = re.compile(
    r"cloudrity|cf-chl|cf_chl_|challenge-platform|challenges\.cloudflare\.com|_Incapsula_Resource|"
    r"ddos-guard|/\.well-known/ddos|sucuri_cloudproxy|awswaf|px-captcha|datadome|geetest|"
    r"g-recaptcha|recaptcha/api|hcaptcha\.com|bunkerweb|D1N=",
    re.I,
)
_SHELL = re.compile(
    r"""<(?:div|main|app-root|section)\b[^>]{0,200}\bid\s*=\s*["']?(?:root|app|__next|__nuxt|main-app|"""
    r"""single-spa)\b|<app-root\b|\bng-app\b""",
    re.I,
)
# What a refusal says, and no report of a meeting. Folded: small letters, no accents, single spaces.
_REFUSALS = re.compile(
    r"access denied|request rejected|the requested url was rejected|request unsuccessful|"
    r"just a moment|checking your browser|attention required|you have been blocked|"
    r"verify(?:ing)? (?:that )?you are (?:a )?human|(?:i'm|i am) not a robot|are you a robot|"
    r"enable javascript|(?:requires?|needs?|doesn't work properly without) javascript|"
    r"ddos protection|security check|bot verification|web application firewall|"
    r"complete the captcha|unusual traffic|"
    r"khong phai (?:la )?(?:mot )?(?:robot|nguoi may|may tu dong)|ban la (?:con )?nguoi hay|"
    r"(?:xac minh|xac thuc|kiem tra) (?:trinh duyet|ket noi|ban la|truy cap)|"
    r"nhap (?:ma|ky tu|chuoi)[^.]{0,40}(?:de (?:tiep tuc|truy cap|xem)|hinh)|"
    r"(?:truy cap|yeu cau|ip) (?:(?:cua ban|nay|da|bi) ){0,3}(?:tu choi|chan|khoa)|"
    r"(?:bat|kich hoat|cho phep) javascript|"
    r"trinh duyet (?:cua ban )?(?:khong ho tro|chua bat|dang tat) javascript|"
    r"tuong lua|bao ve chong (?:tan cong|ddos)",
)
_LOADING = re.compile(
    r"dang (?:tai|nap|xu ly)(?: (?:du lieu|trang|ung dung|noi dung))?|loading|please wait|"
    r"(?:xin|vui long) (?:cho|doi)|dang chuyen (?:huong|trang)|redirecting"
)
# A link with its words, or what begins something that is not shown, and what ends that.
_LINK_OR_UNSEEN = re.compile(
    rf"<(?:(?P<unseen>(?:{'|'.join(_UNSEEN)})\b|!--)|a(?:\s[^<>]*)?>(?P<words>[^<>&\"]+)</a)",
    re.I,
)
_END = {"!--": re.compile("-->")} | {name: re.compile(f"</{name}\\b", re.I) for name in _UNSEEN}


def visible_text(html: str) -> str:
    """Return what a reader would see of a page's body, runs of white space one space."""
    tree = _visible(html)
    return "" if tree is None else _text(tree)


def _visible(html: str) -> HtmlElement | None:
    """Return the tree of a page without what is not shown, None where there is none."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(html.encode(), parser=parser)
    except (ParserError, ValueError):
        return None
    for element in list(tree.iter(*_UNSEEN)):
        element.clear(keep_tail=True)  # type: ignore[call-arg]  # not in the stubs
    return tree


def _text(element: HtmlElement) -> str:
    return clean(" ".join(map(str, element.itertext())))


def _has_headlines(tree: HtmlElement) -> bool:
    """Tell whether two links read like headlines: a stub links to nothing of the kind."""
    links = (a for a in tree.iter("a") if len(" ".join(a.itertext()).split()) >= _HEADLINE)
    return len(list(islice(links, 2))) == 2


def _surely_has_headlines(html: str) -> bool:
    """Tell the same by the mark-up alone, where it is so plain that it need not be parsed."""
    at = headlines = 0
    while headlines < 2:
        match = _LINK_OR_UNSEEN.search(html, at)
        if match and match["unseen"]:
            match = _END[match["unseen"].lower()].search(html, match.end())
        elif match:
            headlines += len(match["words"].split()) >= _HEADLINE
        if match is None:
            return False
        at = match.end()
    return True


def challenge_of(html: str) -> Challenge | None:
    """Return what stands in place of the portal's page, None where the page is its own."""
    if len(html) > LARGEST or "<" not in html:
        return None
    if _surely_has_headlines(html):
        return None
    tree = _visible(html)
    if tree is not None and _has_headlines(tree):
        return None
    text = "" if tree is None else _text(tree)
    seen, words = fold(text), len(text.split())
    if words <= _NOTHING:
        return _hidden(html, seen)
    if words > _FEW or "giao ban" in seen:
        return None
    title = re.search(r"<title[^>]{0,200}>([^<]{0,300})", html, re.I)
    if refusal := _REFUSALS.search(f"{fold(clean(title[1])) if title else ''} . {seen}"):
        return Challenge(f"a page that refuses or wants a browser ({refusal[0]})")
    has_script = "<script" in html.lower()
    if has_script and words <= _FEW / 2 and (_SHELL.search(html) or _LOADING.search(seen)):
        return Challenge(SHELL)
    return None


def _hidden(html: str, seen: str) -> Challenge | None:
    """Return what a page without words is."""
    has_script = "<script" in html.lower()
    if has_script and _MOVES.search(html):
        cookies = tuple(_cookies(html))
        if cookies:
            return Challenge("a challenge page that its own cookie does not satisfy", cookies)
        return Challenge("a challenge page that wants a browser")
    # What an application says to a browser without scripts is no refusal.
    if _PROVIDERS.search(html) or _REFUSALS.search(seen):
        return Challenge("a challenge page that wants a browser")
    if has_script and (_SHELL.search(html) or _LOADING.search(seen)):
        return Challenge(SHELL)
    if _REFUSALS.search(fold(clean(html))):
        return Challenge("a challenge page that wants a browser")
    return None


def _cookies(html: str) -> list[tuple[str, str]]:
    """Return the cookies that a page's script sets by plain strings."""
    values = []
    for strings in _COOKIE.findall(html):
        joined = "".join(part[1:-1] for part in re.findall(_STRING, strings))
        if pair := _PAIR.match(joined):
            values.append((pair[1], pair[2].strip()))
    return values
