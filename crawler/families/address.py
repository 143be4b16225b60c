"""Which part of an address names an article: its spellings, sessions and tracking apart. Pure."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit, urlunsplit

from w3lib.url import safe_url_string

from crawler.remembered import Remembered
from crawler.vietnamese.letters import clean

# `;jsessionid=1F2.node1`, ASP.NET's `/(S(lit3py55t21z5v55vlm25s55))/`, `/(A(x)S(y))/`
_SESSION = re.compile(
    r";[\w.-]*(?:sid|session\w*)=[^/?#;]*|/\((?:[A-Z]\([^()/]*\)){1,5}\)(?=/)", re.I
)
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|zarsrc|zalo\w*|_ga|ref(?:err?er)?|"
    r"(?:php|asp|j|aspx?)?_?sess(?:ion)?_?(?:id)?|phpsessid|jsessionid|sid|cfid|cftoken|"
    r"_|ts|t|rnd|rand(?:om)?|nocache|cache|timestamp|categoryid",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"sid=\d{1,9}", re.IGNORECASE
)  # of PHP-Nuke and its heirs; no session is so short
# What follows the words of a slug: an ending, a number, a hash.
_SLUG = re.compile(r"\.\w{2,5}$|(?<=.)[-_](?:[a-z]{0,5}\d{3,}|[0-9a-f]{7,})(?=\.|$)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?:#|$|(?!https?:)[a-z][a-z0-9+.-]{0,30}:)", re.IGNORECASE)
# What leads somewhere from any page, as nearly every link does.
_SOUND = re.compile(
    r"(?:https?://[a-z0-9.-]{0,250}[a-z0-9](?=[/?#]|$))?(?!//)[\w./~?&=%+,;@!$'()*#-]{0,1000}",
    re.IGNORECASE | re.ASCII,
)
_SLASHES = re.compile(r"/{2,}")
_ORIGIN = re.compile(r"https?://[^/?#\\]+")  # of an address: its scheme and host
_FROM_ROOT = re.compile(r"https?://|/(?![/\\])")  # leads to the same from any page of a host
# What an address has to encode (RFC 3986).
_UNWRITTEN = re.compile(r"""[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]""")
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"  # as editors paste them beside an address
_LONGEST = 2000  # letters; no portal prints a longer address

# Menus repeat on every page of a portal: what is asked of each of their links is remembered.
_MOST, _KEPT_LETTERS = 4096, 300


def spelled(url: str) -> str:
    """Return path and query of `url` in one spelling: decoded, NFC, without its session."""
    return _SPELLINGS[url]


def _spelled(url: str) -> str:
    parts = urlsplit(url)
    target = _SLASHES.sub("/", parts.path) + (f"?{parts.query}" if parts.query else "")
    decoded = unicodedata.normalize("NFC", unquote(target))
    return _SESSION.sub("", decoded).replace("{", "").replace("}", "") or "/"


_SPELLINGS = Remembered(_spelled, most=_MOST, longest=_KEPT_LETTERS)


def address_key(url: str) -> str:
    """Return what tells a page from others of its portal where no rule names its identity.

    Scheme, host, session, tracking, the order of parameters and letter case do not count.
    """
    return _KEYS[url]


def _address_key(url: str) -> str:
    path, _, query = spelled(url).partition("?")
    kept = sorted(
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=False)
        if not _TRACKING.fullmatch(name) or _STORY.fullmatch(f"{name}={value}")
    )
    path = path.rstrip("/") or "/"
    return f"{path}?{'&'.join('='.join(pair) for pair in kept)}".rstrip("?").casefold()


_KEYS = Remembered(_address_key, most=_MOST, longest=_KEPT_LETTERS)


def bare_host(url: str) -> str:
    """Return the host of `url` in lower case without `www.`; "" where there is none."""
    origin = _ORIGIN.match(url)
    return _HOSTS[origin[0]] if origin else _bare_host(url)


def _bare_host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").casefold().removeprefix("www.")
    except ValueError:
        return ""


_HOSTS = Remembered(_bare_host, most=_MOST, longest=_KEPT_LETTERS)


def resolve(base: str, href: str) -> str | None:
    """Return the web address a link leads to, None for scripts, mail, nonsense and the like.

    It is written as browsers send it: letters with accents, spaces, quotation marks encoded,
    backslashes of the path as slashes.
    """
    if _FROM_ROOT.match(href) and (origin := _ORIGIN.match(base)):
        return _ADDRESSES[origin[0], href]
    return _resolve(base, href)


def _resolve(base: str, href: str) -> str | None:
    href = "".join(href.split()) if "\n" in href or "\t" in href else href
    href = href.strip().strip(_INVISIBLE).strip()
    if not href or href[0] == "#" or len(href) > _LONGEST:
        return None
    try:
        path, query = href.partition("?")[::2]
        href = path.replace("\\", "/") + (f"?{query}" if query else "")  # as browsers do
        parts = urlsplit(urljoin(base, href))
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        _ = parts.port  # raises on nonsense
        address = urlunsplit((parts.scheme, parts.netloc, parts.path, parts.query, ""))
        address.encode()  # a lone surrogate is no address
        return safe_url_string(address) if _UNWRITTEN.search(address) else address
    except ValueError:
        return None


_ADDRESSES: Remembered[tuple[str, str], str | None] = Remembered(
    lambda link: _resolve(*link),
    most=_MOST,
    longest=_KEPT_LETTERS,
    length=lambda link: sum(map(len, link)),
)


def is_broken(base: str, href: str) -> bool:
    """Tell a link of the page `base` that is meant for the web and leads nowhere (`http://[page`)."""
    if _SOUND.fullmatch(href) or _ELSEWHERE.match(href):
        return False
    return resolve(base, href) is None


def slug_words(url: str) -> str:
    """Return the words of an article's address, for a row that has no title."""
    path = unquote(urlsplit(url).path).rstrip("/")
    segments = [_SLUG.sub("", part) for part in path.split("/") if part]
    slug = max(segments, key=lambda part: part.count("-") + part.count("_"), default="")
    return clean(slug.replace("-", " ").replace("_", " "))
