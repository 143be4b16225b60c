"""What elements are called that hold none of an article: class names and ids.

Parts of words, but only such as no container of an article is called; what holds most of a page's
prose is not furniture all the same. Where they come from: `docs/extraction.md`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.extraction.rules import Rules

FURNITURE_NAMES = Rules(
    {
        # getting about
        r"breadcrumb": "breadcrumb",
        r"navbar": "navbar-brand",
        r"\bnav\b": "header-nav",
        r"\b_?menu": "menubar",
        r"menu(?![a-z])": "vmenu",
        r"side-?bar": "post-sidebar",
        r"(?<!entry-)(?<!article-)(?<!post-)(?<!detail-)footer": "card-footer",
        r"banner(?!-content)": "fix_banner_left",
        r"pager": "pager",
        r"pagination": "lfr-pagination",
        r"paging": "paging",
        r"skip-?link": "skiplink",
        r"back-?to-?top": "back-to-top",
        # comments, votes
        r"comment": "comment-box",
        r"binh-?luan": "binhluan",
        r"y-?kien": "y-kien",
        r"\brating": "ratings",
        r"\bvot(?:e|ing)": "voting",
        r"danh-?gia": "danh-gia",
        r"poll": "box poll",
        r"tham-?do": "thamdo",
        r"binh-?chon": "binh-chon",
        r"captcha": "captcha",
        # share, print, size, sound
        r"\bshare": "share",
        r"block_share": "block_share",
        r"social": "td-social-facebook",
        r"\bfb-": "fb-like",
        r"addthis": "addthis",
        r"zalo": "btn-zalo",
        r"\bprint(?!-?(?:area|able|content|body|zone|section|ready|only|title|this))": "print-icon",
        r"\btool(?!tip|bar)": "post-tools",
        r"toolbar": "edittoolbar",
        r"google_translate": "google_translate_element",
        r"font-?size-?(?:tool|control|btn|change|box)": "font-size-box",
        r"\bfontsize\b": "fontsize",
        r"co-?chu": "cochu",
        r"text-?to-?speech": "text-to-speech",
        r"nghe-?doc": "nghe-doc",
        r"doc-?bai": "doc-bai",
        r"audio": "audio-player",
        # other articles
        r"related": "related",
        r"lien-?quan": "tin-lien-quan",
        r"tinlq": "frame-tinlquan",
        r"tin-?khac": "tinkhac",
        r"other[-_]?news": "OtherNews",
        r"news-?other": "news-other",
        r"da-?dua": "dnn_ctr526_ViewDetail_listDadua",
        r"cung-?chuyen-?muc": "cung-chuyen-muc",
        r"tin-?moi": "tinmoi",
        r"xem-?nhieu": "xem-nhieu",
        r"doc-?nhieu": "doc-nhieu",
        r"most-?(?:read|view)": "most-view",
        r"recommend": "recommend-news",
        r"read-?more": "readmore",
        # tags
        r"\btags?\b": "detail-tags",
        r"tag-?list": "taglist",
        r"keyword": "keywords",
        r"tu-?khoa": "tukhoa",
        # the site's own
        r"web-?link": "weblink",
        r"lien-?ket": "lien-ket",
        r"visitor": "UIVisitor",
        r"counter": "counter",
        r"thong-?ke": "thongke",
        r"truy-?cap": "truycap",
        r"statistic": "statistics",
        r"s4-signIn": "s4-signInLink",
        r"login": "login",
        r"dang-?nhap": "dangnhap",
        r"clock": "clock",
        r"dong-?ho": "dong-ho",
        r"today": "today",
        r"\bloading": "loading",
        r"advert": "UIAdvertise",
        r"quang-?cao": "quang-cao",
        r"\bqc\b": "qc-giua",
        r"\bads?\b": "right-ads",
        # Joomla's "modal", jQuery's "image-popup" are links that show their picture in full.
        r"(?<!ge-)(?<!img-)popup(?!-(?:image|img|link|gallery))": "popupQC",
        r"(?<!^)modal|modal(?!\s*$)": "vjs-modal-dialog",
        r"cookie": "cookie",
        r"newsletter": "newsletter",
        r"subscribe": "subscribe-form",
        # who writes here
        r"author-?(?:bio|box|desc|profile)": "c-author-box",
        r"about-?(?:the-?)?author": "about-author",
        r"(?:\bve|gioi-?thieu)-?tac-?gia": "ve-tac-gia",
    },
    how="search",
    flags=re.IGNORECASE,
)


# What an element has or has not, by its name, it is not itself: "no-ads", "hidden-print",
# "amp-hidden-ads", "has-sidebar-right", "one-sidebar".
_QUALIFIED = re.compile(
    r"(?:(?<=[\s_-])|^)(?:no|non|not|hidden|hide|without|has|with|one|two)[-_]\S*", re.IGNORECASE
)


@lru_cache(maxsize=8192)
def names_furniture(names: str) -> bool:
    """Tell whether the class and id of an element name it as furniture."""
    if FURNITURE_NAMES.find(names) is None:
        return False
    return FURNITURE_NAMES.find(_QUALIFIED.sub(" ", names)) is not None
