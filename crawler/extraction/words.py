"""The vocabulary of furniture: the words and names portals put around an article.

Phrases are regular expressions, one a line, matched against whole lines in folded text (lower
case, no accents, ends trimmed of punctuation; see `key`). Where they come from:
`docs/extraction.md`.
"""

# ruff: noqa: E501  (a phrase broken over two lines is harder to read than a long one)

from __future__ import annotations

import re
from functools import lru_cache

from crawler.vietnamese.letters import fold


def _phrases(*blocks: str) -> re.Pattern[str]:
    """Compile blocks of phrases, one a line."""
    lines = [line.strip() for block in blocks for line in block.splitlines() if line.strip()]
    return re.compile("|".join(lines))


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


# -- names -------------------------------------------------------------------------------------

# Class names and ids of elements that are furniture: parts of words, but only such as no container
# of an article is called. What holds most of a page's prose is not furniture all the same.
FURNITURE_NAMES = re.compile(
    r"breadcrumb|navbar|\bnav\b|\b_?menu|menu(?![a-z])|sidebar|side-bar|(?<!entry-)(?<!article-)(?<!post-)(?<!detail-)footer|banner(?!-content)"
    r"|comment|binh-?luan|y-?kien|\brating|\bvot(?:e|ing)|danh-?gia|poll|tham-?do"
    r"|\bshare|block_share|social|like-?box|\bfb-|addthis|zalo|\bprint(?!-?(?:area|able|content|body|zone|section|ready|only|title|this))|\btool(?!tip)|toolbar"
    r"|related|lien-?quan|tinlq|tin-?khac|other-?news|news-?other|other_news|da-?dua"
    r"|cung-?chuyen-?muc|tin-?moi|xem-?nhieu|doc-?nhieu|most-?(?:read|view)"
    r"|\btags?\b|tag-?list|article-tags|keyword|tu-?khoa|pager|pagination|paging"
    r"|web-?link|lien-?ket|visitor|counter|thong-?ke|truy-?cap|statistic"
    r"|skip-?link|quick-access|s4-signIn|login|dang-?nhap|clock|dong-?ho|today|\bloading"
    r"|advert|quang-?cao|\bads?\b|popup|modal|cookie|newsletter|subscribe|captcha"
    r"|google_translate|font-?size-?(?:tool|control|btn|change|box)|\bfontsize\b|co-?chu"
    r"|author-?(?:bio|box|desc|profile)|about-?(?:the-?)?author|tac-?gia-?(?:box|info-box)"
    r"|text-?to-?speech|nghe-?doc|doc-?bai|audio|recommend|suggest|read-?more|back-?to-?top",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def names_furniture(names: str) -> bool:
    """Tell whether the class and id of an element name it as furniture."""
    return FURNITURE_NAMES.search(names) is not None


# -- headings of boxes -------------------------------------------------------------------------

_COMMENT_PHRASES = r"""
    (?:(?:danh sach|viet|gui|them|cac|tong so|so|dang|de lai|\d+) )?(?:y kien|binh luan|nhan xet|phan hoi|gop y|comments?)(?: (?:dong gop|phan hoi|gop y))?(?: (?:cua )?(?:ban doc|doc gia|ban|nguoi doc|cong dan|nguoi dan|khach|facebook|moi))*(?: ve)?(?: (?:bai viet|tin nay|noi dung)(?: nay)?)?(?: ?\(?[\d ]*\)?)?
    (?:ban doc|doc gia) (?:binh luan|viet|gop y)
    thao luan ?\([\d ]*\)?
    leave a (?:reply|comment)
"""
COMMENT_HEADING = _phrases(_COMMENT_PHRASES)
_NEWS = (
    r"(?:cac |nhung )?(?:tin(?: tuc)?(?: ?[-,/]? ?(?:bai|su kien))?|bai(?: viet)?|tin bai|chuyen muc"
    r"|van ban|news|posts?)"
)
_WHICH = (
    r"(?:lien quan|khac|da dua(?: tin)?|da dang|cu hon|moi hon|cu|moi|moi nhat|moi cap nhat|moi dang"
    r"|moi ban hanh|cung (?:chuyen muc|chu de|the loai|loai|muc|chuyen de)|truoc do|truoc|tiep theo|sau"
    r"|nong|hot|noi bat|tieu diem|dang chu y|trong ngay|tham khao|anh|quan tam|xem them"
    r"|(?:duoc |dang duoc )?(?:doc|xem|quan tam)(?: nhieu)?)"
)
# A line that heads a box of other news, comments, polls: nothing of the article is in that box.
BOX_HEADING = _phrases(
    _COMMENT_PHRASES,
    rf"(?:xem |doc |moi ban doc )?{_NEWS} ?{_WHICH}(?: khac| hon| nhat)?(?: trong (?:ngay|tuan|thang)| tuan qua)?(?: ?\([\d ]*\))?",
    rf"{_WHICH.replace('|anh|', '|').replace('|sau', '')}(?: nhat)?(?: trong (?:ngay|tuan|thang)| tuan qua)?",
    r"""
    (?:ban )?co the (?:ban )?(?:quan tam|thich)
    (?:moi ban )?(?:xem|doc) them|moi ban doc.{0,20}
    nhieu nguoi (?:doc|xem|quan tam)|dung bo lo|(?:dang )?(?:duoc )?quan tam
    tham do(?: y kien)?|binh chon|(?:phieu )?khao sat(?: y kien)?|bo phieu|(?:trung cau|lay) y kien
    (?:ban )?danh gia(?: bai viet| tin bai| cua ban| noi dung| muc do hai long)*(?: nay)?(?: the nao)?
    xep hang|ket qua danh gia|bieu quyet
    (?:cac )?(?:trang |website )?lien ket(?: web(?:site)?| nhanh| trang| website khac| cac trang)?
    thong ke(?: truy cap| luot truy cap)?|(?:so )?luot truy cap|(?:dang )?truy cap
    thong bao(?: moi)?|van ban(?: chi dao dieu hanh)?|danh muc|chuyen muc|thuc don|menu
    trang chu|home|video(?: clip)?|thu vien (?:anh|video)|album anh|doi tac
    (?:ve|thong tin|gioi thieu)(?: ve)? (?:tac gia|nguoi viet)|about (?:the )?author
    hop thu gop y|lich cong tac|tim kiem|dang nhap|sign in|log ?in|dang ky
    related (?:news|posts|articles)|older posts|newer posts
    tu khoa|tags?|the|nhan|chu de|chia se(?: bai viet| tin nay| len)?|share
    (?:cac )?(?:tep|file|tap tin|van ban|tai lieu)(?: tin)?(?: (?:dinh )?kem)(?: theo)?
    dinh kem|tai ve
    """,
)

# -- lines -------------------------------------------------------------------------------------

_NETWORK = (
    r"(?:facebook|twitter|zalo|google ?\+?|youtube|linkedin|pinterest|messenger|telegram|tiktok"
    r"|copy link|sao chep(?: lien ket)?|e-?mail|mang xa hoi|ban be|x|in|print)"
)
_COUNTED = r"(?:xem|doc|truy cap|thich|tai|binh luan|danh gia)"
# A line that is furniture by itself, wherever it stands.
FURNITURE_LINE = _phrases(
    _COMMENT_PHRASES,
    # comment boxes
    r"""
    (?:so ky tu )?(?:con lai)? ?:? ?\d+(?: ?/ ?\d+)?(?: ky tu)(?: con lai)?|so ky tu con lai ?:? ?\d*
    guest|khach|an danh|ho va ten|ho ten|dia chi email|so dien thoai
    (?:noi dung|tieu de|dien thoai|dia chi|e-?mail)(?: ?\(?(?:bat buoc|\*)\)?)?
    (?:ho va ten|ho ten|ma xac nhan|ma bao mat|captcha|nhap ma(?: xac nhan| bao mat)?|thay ma khac)(?: ?[:*(].{0,80})?
    (?:gui|huy|huy bo|nhap lai|lam lai|gui di|dang|tra loi|thich|reply)(?: \d+)?
    (?:chua co|khong co|hien chua co|hay la nguoi dau tien).{0,40}(?:binh luan|y kien nao|danh gia nao|nhan xet nao|(?:tep|file) dinh kem).{0,30}
    (?:ban )?(?:vui long|hay|can|phai|moi ban) .{0,30}(?:dang nhap|nhap (?:ma|noi dung|ho ten|y kien|tieng viet)|go tieng viet|go co dau|viet tieng viet|tieng viet co dau).{0,80}
    dang nhap de .{0,40}|(?:quen mat khau|thanh vien|dang ky thanh vien|dang ky nhan tin.{0,30})
    y kien (?:cua )?(?:ban|ban doc|doc gia) .{0,20}se duoc .{0,60}(?:duyet|dang).{0,40}
    binh luan .{0,30}(?:se|phai) duoc .{0,40}duyet.{0,40}
    """,
    # waiting, signing in, getting about
    r"""
    dang tai(?: du lieu| video| am thanh)?|loading|please wait|vui long cho|sign (?:in|out)|log ?(?:in|out)
    dang nhap(?: he thong)?|dang xuat|dang ky|home|trang (?:chu|nhat)|thuc don|menu|main menu
    truy cap noi dung luon|(?:chuyen den|bo qua)(?: den)? (?:noi dung|menu)(?: chinh)?
    skip to (?:main )?content|(?:ve |len )?dau trang|back to top|len tren
    lien he|gioi thieu|so do(?: trang| site| cong)?|rss|english|tieng viet|site ?map|hoi dap|gop y
    (?:quay lai|tro lai|tro ve|ve)(?: trang (?:chu|truoc))?|thong tin ban doc|back|next|prev(?:ious)?|truoc|sau|tiep|tiep theo
    chi tiet (?:bai viet|tin(?: tuc| bai)?)|noi dung (?:bai viet|chi tiet|tin)
    trang (?:truoc|sau|tiep)|xem (?:tiep|tat ca|them|chi tiet)|chi tiet|doc tiep|thu gon|mo rong
    (?:next|previous) article|toggle navigation|tim kiem|tin tuc(?: ?-? ?su kien)?
    phien ban (?:di dong|mobile|may tinh)|ban dien thoai|mobile|tai ung dung|hien thi|bao loi|duong dan
    trang chu ?[>»/›].{0,120}
    """,
    # size, contrast, sound
    r"""
    (?:a ?[-+]?[ /|]*){2,5}|a[-+]|a|[-+]|mac dinh|font chu[-+a: ]*|(?:do )?tuong phan|mau chu
    (?:xem )?(?:voi )?co chu ?(?:[-+at: ]|mac dinh|lon|nho|nho hon|lon hon|vua)*
    kich (?:thuoc|co) (?:chu|font)[-+a: ]*|phong to|thu nho
    (?:tang|giam|phong to|thu nho)(?: kich)?(?: thuoc| co)? ?(?:co )?chu
    (?:nghe )?doc (?:bai(?: viet)?|tin|to)|nghe(?: doc)?(?: bai(?: viet)?| noi dung| tin| audio| nay)*
    doc bao noi|phat(?: am thanh)?|tam dung|dung doc|\d{1,2}:\d{2}(?: ?/ ?\d{1,2}:\d{2})?
    (?:giong )?(?:nam|nu)(?: mien (?:bac|trung|nam))?|mien (?:bac|trung|nam)|toc do(?: doc)?
    \d(?:[.,]\d+)?x|audio|podcast|infographic
    """,
    # what a player of films or sound shows while it is not one
    r"""
    (?:video|audio|media) player(?: is loading)?|trinh phat (?:video|am thanh|phim).{0,40}|(?:play|watch|xem) video
    (?:current time|duration|remaining time|loaded|stream type|playback rate|seek to live).{0,30}
    to view this (?:video|content).{0,120}|(?:this is a modal window|beginning of dialog window|end of dialog window).{0,80}
    """,
    # print, share, keep
    rf"""
    (?:ban )?in(?: trang(?: nay)?| bai(?: viet)?(?: nay)?| tin(?: nay)?| an| ra)?|print(?: this page)?
    gui(?: cho)? ban be|gui(?: qua)? (?:e-?)?mail|gui (?:bai(?: viet)?|tin)(?: (?:cho|qua) .{{0,20}})?|email
    luu(?: tin| bai(?: viet)?| lai| trang)?|bookmark|share|tweet|like(?: \d+)?|thich(?: \d+)?
    chia se(?: (?:bai viet|tin nay|len|qua|tren|voi|cho|bai|tin))*(?: ?:? ?(?:{_NETWORK})[ ,|]*)*
    {_NETWORK}(?:[ ,|/]+{_NETWORK})*|post to .{{0,20}}
    theo doi(?: chung toi)?(?: .{{0,20}}tren .{{0,30}})?|chung toi tren mang xa hoi
    (?:quet )?(?:ma )?qr(?: code)?|tai (?:ve|xuong|file)|download
    """,
    # labels with nothing, or only links, after them
    r"""
    (?:tags?|tu khoa|the|nhan|chu de|keywords?)(?: ?:.{0,200})?
    (?:cac )?(?:tep|file|tap tin|van ban|tai lieu)(?: tin)?(?: dinh)? kem(?: theo)?(?: ?[:(].{0,160})?
    dinh kem|(?:tin|bai)(?: viet)? (?:truoc|sau|tiep theo|cu hon|moi hon) ?:.{0,200}
    (?:next|previous) article|bai (?:truoc|sau|tiep theo)|(?:chuyen|danh) muc ?:.{0,60}
    (?:tac gia|nguon(?: tin)?|nguoi dang|ngay (?:dang|cap nhat)|anh)
    posted (?:in|on|by).{0,60}|filed under.{0,60}|bien tap|sua bai
    undefined|null|nan|object object
    (?:khu vuc |vi tri |banner )?quang cao|advertisements?
    """,
    # counters
    rf"""
    (?:so |tong )?(?:so )?(?:luot|lan)(?: nguoi)? {_COUNTED}(?: ?bai(?: viet)?| ?tin| trang)?(?: ?:)? ?[\d., ]*(?: ?(?:luot|lan)(?: xem| doc)?)?
    [\d., ]+ (?:luot|lan)(?: nguoi)? {_COUNTED}|(?:da )?(?:xem|doc) ?: ?[\d., ]+(?: lan| luot)?|da xem ?[\d., ]*
    view(?:s|ed| count)? ?:? ?[\d.,]*|[\d.,]+ views?
    (?:dang |so nguoi |khach )?(?:online|truc tuyen|truy cap)(?: hom nay)? ?:? ?[\d., ]*
    (?:today|yesterday|(?:this|last) (?:week|month|year)|all days|total)(?: visits?)? ?:? ?[\d., ]*
    hom (?:nay|qua) ?:? ?[\d., ]*|(?:tuan|thang|nam) (?:nay|truoc) ?:? ?[\d., ]*
    tong(?: so)?(?: luot)?(?: truy cap)? ?:? ?[\d., ]*
    """,
    r"""
    your ip.{0,60}|ai dang online|(?:hien )?(?:dang )?co [\d.,]+ khach.{0,60}|unique visitors.{0,40}
    """,
    # ratings and polls
    r"""
    (?:danh gia|xep hang|binh chon|diem|rating|votes?|bieu quyet|xem ket qua|gui danh gia)(?: ?[:*(].{0,80})?
    danh gia (?:bai viet|tin bai|noi dung)(?: nay)?(?: ?[:(].{0,40})?|tong so diem cua bai viet la.{0,60}
    xep hang ?:? ?[\d., /-]*.{0,40}(?:phieu bau|danh gia|binh chon).{0,20}
    (?:click|nhan|bam)(?: vao)?(?: day)? de danh gia.{0,30}
    [★☆ ]*[\d.,]+ ?/ ?[\d.,]+ ?(?:\(?[\d]+ (?:danh gia|binh chon|votes?|luot danh gia|phieu).{0,10})?
    [★☆*• ]+|(?:\d sao ?)+|(?:rat |khong )?hai long|(?:rat )?(?:tot|kha|trung binh|kem|dep|xau)|binh thuong
    """,
    # what browsers without script are told
    r"javascript.{0,40}",
    r"trinh duyet .{0,60}(?:khong ho tro|javascript).{0,60}|your browser does not.{0,60}",
)
# The imprint of a site: licence, address, publisher.
IMPRINT = _phrases(
    r"""
    .*(?:giay phep(?: [a-z -]{1,40})? so ?:? ?\d|\b\d+ ?/ ?gp\b|\bso giay phep|\b(?:gp|gpxb) ?so)
    .*(?:©|\ball rights reserved|\bcopyright\b|ghi ro nguon|phat trien boi|powered by|designed by)
    giay phep ?(?:so|thiet lap|hoat dong|xuat ban|:)
    (?:co quan (?:chu quan|ngon luan)|don vi (?:quan ly|van hanh|thiet ke|chu quan)) ?:
    (?:nguoi )?chiu trach nhiem ?(?::|ve noi dung|noi dung|chinh|xuat ban|quan ly)
    (?:website|trang web|trang thong tin|cong) .{0,40}(?:chay|hoat dong|van hanh) thu nghiem
    [®©]
    (?:truong ban bien tap|(?:pho )?tong bien tap) ?[:-]|phu trach ?:
    ban quyen (?:thuoc|cua|©)|thiet ke (?:boi|va phat trien)|xay dung va phat trien boi|van hanh boi
    (?:dia chi|tru so(?: chinh| toa soan)?|toa soan) ?:.{3,}
    (?:dien thoai|dt|tel|hotline|duong day nong|fax)\.? ?[:.]? ?[(+\d]
    (?:e-?mail|website|url|thu dien tu) ?:
    (?:cong thong tin dien tu|trang (?:thong )?tin dien tu)[^.]{0,80}$
    """
)

_BAR = re.compile(r"\s*[|•·]\s*|\]\s*\[|\s{2,}|\s[-–]\s")


# Labels that stand before links: tags, files.
_LINK_LABEL = re.compile(
    r"(?:tags?|tu khoa|the|nhan|chu de|keywords?|dinh kem|tai ve|download|chia se|share"
    r"|(?:cac )?(?:tep|file|tap tin|van ban|tai lieu)(?: tin)?(?: dinh)? kem(?: theo)?)\b"
)
FILE_HEADING = re.compile(r"dinh kem|kem theo|tai ve|tai lieu")
# Headings of a line, not of a box: what stands below them is not theirs.
LINE_HEADING = re.compile(
    r"(?:tags?|tu khoa|the|nhan|chu de|keywords?|chia se(?: .*)?|share|danh gia.*|phan hoi"
    r"|binh luan|gui (?:phan hoi|y kien|binh luan))"
)


_BETWEEN_LINKS = re.compile(r"\s*[|•·»›>/\[\]]\s*|\s[-–]\s")


_folded = lru_cache(maxsize=64)(fold)  # one rule after another asks for the same line


def key(text: str) -> str:
    """The form in which lines are matched here: folded, ends trimmed of punctuation."""
    return _folded(text).strip(" \t:：.…,;-–—|»«›‹<>•*·[]()\"'“”/\\#!?+=_")


def is_furniture_line(text: str) -> bool:
    """Tell whether a line is furniture by its words alone."""
    if len(text) > 240:
        return False
    folded = key(text)
    if not folded or FURNITURE_LINE.fullmatch(folded):
        return True
    # A bar of buttons: "Bản in | Gửi email | Chia sẻ".
    parts = _BAR.split(text)
    return len(parts) > 1 and all(
        not (part := key(p)) or FURNITURE_LINE.fullmatch(part) for p in parts
    )


def labels_links(text: str, linked: int) -> bool:
    """Tell whether a line is a label and links only: "Từ khóa giao ban, đảng bộ"."""
    label = _LINK_LABEL.match(key(text)) if linked and len(text) < 300 else None
    return label is not None and len(text) - linked <= label.end() + 6 + 0.15 * len(text)


def is_link_bar(text: str, linked: int) -> bool:
    """Tell whether a line is links with bars between: "Giới thiệu | Tin tức | Liên hệ"."""
    bars = _BETWEEN_LINKS.findall(text) if linked else []
    return len(bars) > 1 and len(text) - linked <= sum(map(len, bars))


def is_box_heading(text: str) -> bool:
    """Tell whether a line heads a box of other news, comments, polls or links."""
    return len(text) <= 60 and bool(BOX_HEADING.fullmatch(key(text)))


def is_imprint(text: str) -> bool:
    """Tell whether a line belongs to the site's imprint (licence, address, publisher)."""
    return len(text) <= 400 and bool(IMPRINT.match(_folded(text)))
