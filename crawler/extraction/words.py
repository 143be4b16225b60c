"""The vocabulary of furniture: the words and names portals put around an article.

All patterns of words are matched in folded text (lower case, no accents), ends trimmed of
punctuation. Sources: `docs/extraction.md`.
"""

from __future__ import annotations

import re

from crawler.text import fold

# Names (class, id) of elements that are furniture. Parts of words on purpose, but only such as no
# container of an article is called.
FURNITURE_NAMES = re.compile(
    r"breadcrumb|navbar|\bnav\b|main-?menu|menu|sidebar|side-bar|footer|banner(?!-content)"
    r"|comment|binh-?luan|y-?kien|ykien|\brating|\bvote|danh-?gia|\bstar|poll|tham-?do"
    r"|\bshare|block_share|social|like-?box|\bfb-|addthis|zalo|\bprint|\btool(?!tip)|toolbar"
    r"|related|lien-?quan|lienquan|tinlq|tin-?khac|tinkhac|other-?news|news-?other|other_news"
    r"|da-?dua|listDadua|cung-?chuyen-?muc|tin-?moi|xem-?nhieu|doc-?nhieu|most-?(?:read|view)"
    r"|\btags?\b|tag-?list|article-tags|keyword|tu-?khoa|pager|pagination|paging"
    r"|weblink|web-?link|lien-?ket|lienket|visitor|counter|thong-?ke|truy-?cap|statistic"
    r"|skip-?link|quick-access|s4-signIn|login|dang-?nhap|clock|dong-?ho|today|\bloading"
    r"|advert|quang-?cao|\bads?\b|popup|modal|cookie|newsletter|subscribe|captcha|google_translate"
    r"|font-?size-?(?:tool|control|btn|change|box)|\bfontsize\b|co-?chu|text-?to-?speech|nghe-?doc|doc-?bai|audio"
    r"|recommend|suggest|read-?more|readmore|back-?to-?top|\btop-?link",
    re.IGNORECASE,
)

_COMMENT = (
    r"(?:(?:viet|gui|them|cac|tong so|so|dang)? ?(?:y kien|binh luan|nhan xet|phan hoi|comment|comments)"
    r"(?: (?:cua )?(?:ban doc|doc gia|ban|nguoi doc|cong dan|nguoi dan|khach|facebook|moi))*"
    r"(?: ve (?:bai viet|tin nay|noi dung nay))?(?: ?\(?[\d ]*\)?)?)"
)
_NEWS = r"(?:cac )?(?:tin(?: tuc)?|bai(?: viet)?|tin bai|tin, bai|tin/bai|chuyen muc|nhung tin|nhung bai(?: viet)?|news)"
# A line that heads a box of other news, comments, polls: nothing of the article is in that box.
BOX_HEADING = re.compile(
    rf"{_COMMENT}"
    rf"|(?:xem |doc )?{_NEWS} ?(?:lien quan|khac|da dua|da dang|cu hon|moi hon|cu|moi|moi nhat|cung chuyen muc"
    r"|cung chu de|cung the loai|cung loai|cung muc|moi cap nhat|doc nhieu(?: nhat)?|xem nhieu(?: nhat)?|noi bat|tieu diem"
    r"|truoc do|truoc|tiep theo|sau|moi dang|nong|duoc quan tam|duoc doc nhieu|dang chu y|cung chuyen de"
    r"|trong ngay|hot|da dua tin|tham khao|quan tam)(?: khac| hon| nhat)?(?: ?\([\d ]*\))?"
    r"|(?:cac )?tin da dua|nhung tin (?:cu|moi) hon|nhung bai (?:viet )?(?:cu|moi) hon|cac tin khac|cac bai khac"
    r"|lien quan|bai cung chuyen muc|cung chuyen muc|cung chu de|co the ban quan tam|ban co the quan tam|co the ban thich"
    r"|xem them|doc them|moi nhat|doc nhieu(?: nhat)?|xem nhieu(?: nhat)?|noi bat|tieu diem|tin noi bat"
    r"|tham do(?: y kien)?|binh chon|khao sat|bo phieu|trung cau y kien|lay y kien"
    r"|danh gia(?: bai viet| tin bai| cua ban| noi dung| muc do hai long)?|xep hang|ket qua danh gia"
    r"|lien ket(?: web(?:site)?| nhanh| trang| website khac| cac trang)?|website lien ket|trang lien ket|cac trang lien ket"
    r"|thong ke(?: truy cap| luot truy cap)?|luot truy cap|so luot truy cap|truy cap|dang truy cap"
    r"|thong bao(?: moi)?|van ban(?: moi| moi ban hanh| chi dao dieu hanh)?|danh muc|chuyen muc|thuc don|menu|trang chu|home"
    r"|video(?: clip)?|hinh anh hoat dong|thu vien anh|thu vien video|album anh|quang cao|doi tac|hop thu gop y|lich cong tac"
    r"|tim kiem|dang nhap|sign in|log ?in|dang ky|related (?:news|posts|articles)|older posts|newer posts|leave a reply|comments?"
    r"|tu khoa|tags?|the|nhan|chu de|chia se(?: bai viet| tin nay| len)?|share"
    r"|(?:tep|file|tap tin|van ban|tai lieu)(?: tin| dinh kem)+|dinh kem|tai ve|tai lieu kem theo"
)
COMMENT_HEADING = re.compile(_COMMENT)
# A line that is furniture by itself, wherever it stands.
FURNITURE_LINE = re.compile(
    rf"{_COMMENT}"
    r"|\d+ ?/ ?\d+ ky tu|(?:con lai )?\d+ ky tu(?: con lai)?|guest|khach|an danh|dang tai(?: du lieu)?|loading|please wait|vui long cho"
    r"|sign in|sign out|log ?in|log ?out|dang nhap(?: he thong)?|dang xuat|dang ky|home|trang chu|trang nhat|thuc don|menu|main menu"
    r"|truy cap noi dung luon|chuyen den noi dung(?: chinh)?|bo qua(?: den)? noi dung|skip to (?:main )?content|ve dau trang|len dau trang"
    r"|dau trang|back to top|len tren|lien he|gioi thieu|so do(?: trang| site| cong)?|rss|english|tieng viet|site map|sitemap|hoi dap|gop y"
    r"|(?:a ?[-+]?[ /|]*){2,5}|a[-+]|a|[-+]|co chu ?(?:[-+a: ]|mac dinh|lon|nho|nho hon|lon hon|vua)*|kich (?:thuoc|co) (?:chu|font)[-+a: ]*"
    r"|(?:tang|giam|phong to|thu nho)(?: kich)?(?: thuoc| co)? ?(?:co )?chu|mac dinh|font chu[-+a: ]*|tuong phan|do tuong phan"
    r"|(?:nghe )?doc bai(?: viet)?|nghe(?: doc)?(?: bai(?: viet)?| noi dung| tin| audio)*|nghe doc|doc bao noi|doc to|phat am thanh|nghe bai nay|tam dung|dung doc|phat"
    r"|(?:ban )?in(?: trang(?: nay)?| bai(?: viet)?(?: nay)?| tin(?: nay)?| an| ra)?|print(?: this page)?|gui(?: cho)? ban be|gui(?: qua)? (?:e-?)?mail|gui bai(?: viet)?(?: cho ban be)?|gui|email|gui tin"
    r"|luu(?: tin| bai(?: viet)?| lai| trang)?|chia se(?: (?:bai viet|tin nay|len|qua|tren|voi|cho|bai|tin))*(?: ?:? ?(?:facebook|twitter|zalo|google\+?|email|mang xa hoi|linkedin|ban be|x)[ ,|]*)*|share|tweet|like(?: \d+)?|thich(?: \d+)?"
    r"|(?:facebook|twitter|zalo|google ?\+?|youtube|linkedin|pinterest|messenger|telegram|tiktok|sao chep lien ket|copy link|sao chep)(?:[ ,|/]+(?:facebook|twitter|zalo|google ?\+?|youtube|linkedin|pinterest|messenger|telegram|tiktok|email|copy link|in))*"
    r"|theo doi(?: chung toi| tren google news| .{0,20} tren google news)?|quay lai|tro lai|tro ve|back|next|prev(?:ious)?|truoc|sau|tiep|tiep theo|trang (?:truoc|sau|tiep)|xem tiep|xem tat ca|xem them|xem chi tiet|chi tiet|doc tiep|thu gon|mo rong"
    r"|(?:tag|tags|tu khoa|the|nhan|chu de|keywords?)(?: ?:.{0,200})?|(?:cac )?(?:tep|file|tap tin|van ban|tai lieu)(?: tin)?(?: dinh)? kem(?: theo)?(?: ?[:(].{0,160})?|dinh kem|tai (?:ve|xuong)|download|tai file"
    r"|\d{1,2}:\d{2}(?: ?/ ?\d{1,2}:\d{2})?|(?:giong )?(?:nam|nu)(?: mien (?:bac|trung|nam))?|mien (?:bac|trung|nam)|toc do(?: doc)?|\d(?:[.,]\d+)?x|mau chu|doc tin|nghe audio"
    r"|(?:so |tong )?(?:luot|lan)(?: nguoi)? (?:xem|doc|truy cap|thich|tai|binh luan|danh gia)(?: ?bai(?: viet)?| ?tin| trang)?(?: ?:)? ?[\d., ]*(?: ?luot| ?lan)?|[\d., ]+ (?:luot|lan)(?: nguoi)? (?:xem|doc|truy cap|thich|binh luan)|da xem ?:? ?[\d., ]*(?: lan| luot)?|views? ?:? ?[\d.,]*|[\d.,]+ views?|xem ?: ?[\d., ]+(?: lan)?|luot xem(?: trang)? ?:? ?[\d.,]*|doc ?: ?[\d., ]+"
    r"|(?:dang |so nguoi |khach )?(?:online|truc tuyen|truy cap)(?: hom nay)? ?:? ?[\d., ]*|hom (?:nay|qua) ?:? ?[\d., ]*|(?:tuan|thang|nam) (?:nay|truoc) ?:? ?[\d., ]*|tong(?: so)?(?: luot)?(?: truy cap)? ?:? ?[\d., ]*"
    r"|(?:tong so diem cua bai viet la|click de danh gia|danh gia|xep hang|binh chon|diem|rating|vote|votes|bieu quyet|xem ket qua|gui danh gia|gui y kien|gui binh luan|gui phan hoi|gui nhan xet|huy|huy bo|nhap lai|ma xac nhan|ma bao mat|captcha|thay ma khac|ho va ten|ho ten|dia chi email|so dien thoai|viet binh luan|de lai binh luan)(?: ?[:*(].{0,80})?|(?:noi dung|tieu de|dien thoai|dia chi)(?: ?\(?(?:bat buoc|\*)\)?)?"
    r"|tong so diem cua bai viet la.{0,60}|xep hang ?:? ?[\d., /-]*.{0,40}(?:phieu bau|danh gia|binh chon).{0,20}|(?:click|nhan|bam)(?: vao)?(?: day)? de danh gia.{0,30}|[\d.,]+ ?/ ?[\d.,]+ ?(?:\(?[\d]+ (?:danh gia|binh chon|votes?|luot danh gia|phieu).{0,10})?|[★☆*• ]+|(?:\d sao ?)+"
    r"|(?:rat )?(?:hai long|tot|kha|trung binh|kem|khong hai long|binh thuong|dep|xau)|(?:chua co|khong co|hien chua co|hay la nguoi dau tien).{0,40}(?:binh luan|y kien nao|danh gia|nhan xet|tep dinh kem|file).{0,30}"
    r"|(?:ban )?(?:vui long|hay|can|phai|moi ban) .{0,30}(?:dang nhap|nhap (?:ma|noi dung|ho ten|y kien)|go tieng viet|go co dau|viet tieng viet|tieng viet co dau).{0,80}|y kien .{0,30}se duoc .{0,60}(?:duyet|dang).{0,40}|binh luan .{0,30}(?:se|phai) duoc .{0,40}duyet.{0,40}"
    r"|chung toi tren mang xa hoi|quet ma qr|ma qr|qr code|lang nghe|javascript.{0,40}|trinh duyet .{0,60}(?:khong ho tro|javascript).{0,60}|your browser does not.{0,60}"
    r"|next article|previous article|bai (?:truoc|sau|tiep theo)|(?:tin|bai)(?: viet)? (?:truoc|sau|tiep theo|cu hon|moi hon) ?:.{0,200}"
    r"|chuyen muc ?:.{0,60}|danh muc ?:.{0,60}|posted (?:in|on|by).{0,60}|filed under.{0,60}|leave a reply|\[?bien tap\]?|sua bai"
    r"|phien ban (?:di dong|mobile|may tinh)|ban dien thoai|mobile|dien tu|gui bai viet qua email|\[ ?\]|undefined|null|nan|object object|tin tuc|tin tuc - su kien|tin tuc su kien|toggle navigation|tim kiem"
)
# The imprint of a site: licence, address, publisher.
IMPRINT = re.compile(
    r".*(?:giay phep (?:so|thiet lap|hoat dong|xuat ban)|giay phep:|\bso giay phep|\b(?:gp|gpxb) ?so"
    r"|©|\ball rights reserved|\bcopyright\b|ghi ro nguon|phat trien boi|powered by|designed by)"
    r"|(?:co quan chu quan|co quan ngon luan|don vi (?:quan ly|van hanh|thiet ke|chu quan)) ?:"
    r"|chiu trach nhiem (?:noi dung|chinh|xuat ban|quan ly)|(?:truong ban bien tap|tong bien tap|pho tong bien tap) ?[:-]"
    r"|ban quyen |thiet ke (?:boi|va phat trien)|xay dung va phat trien boi"
    r"|(?:dia chi|tru so|tru so chinh|tru so toa soan|toa soan) ?:.{3,}"
    r"|(?:dien thoai|dt|tel|hotline|duong day nong|fax)\.? ?[:.]? ?[(+\d]|(?:e-?mail|website|url|thu dien tu) ?:"
    r"|(?:cong thong tin dien tu|trang thong tin dien tu|trang tin dien tu)[^.]{0,80}$"
)
# What may stand on a date line beside the date.
STAMP_WORDS = re.compile(
    r"(?:ngay|gio|luc|vao|thoi gian|thu|dang|duoc|viet|tao|xuat ban|phat hanh|ban hanh|cap nhat|cuoi|lan cuoi|moi nhat|sua|chinh sua|chinh|gui|tin|post|posted|on|published|updated|last|date|at|by|gmt|utc|am|pm|sa|ch|bai|tai|hom|nay|phut|giay|lan|nguoi|so|luot|xem|doc|da|views?|truy cap|binh luan|y kien|thang|nam|a|co chu|in|print|chuyen muc|bai viet|font|size|cho|hits)"
)
UPDATED = re.compile(r"cap nhat|chinh sua|sua (?:doi|lan)|updated|modified|last update")
PUBLISHED = re.compile(
    r"dang|xuat ban|phat hanh|ngay tao|post|publish|ngay gui|ngay viet|thoi gian"
)
VIEWS = re.compile(
    r"(?:(?:so |tong )?(?:so )?luot(?: nguoi)? (?:xem|doc)|so lan (?:xem|doc)|lan (?:xem|doc)|da xem|xem|luot doc|views?|hits|doc)"
    r"(?: bai(?: viet)?| tin)? ?[:|]? ?\(?(?P<a>\d[\d.,]*)|(?P<b>\d[\d.,]*) ?(?:luot|lan)(?: nguoi)? (?:xem|doc)|(?P<c>\d[\d.,]*) views?"
)


_BAR = re.compile(r"\s*[|•·]\s*|\]\s*\[|\s{2,}|\s[-–]\s")


def key(text: str) -> str:
    """The form in which lines are matched here: folded, ends trimmed of punctuation."""
    return fold(text).strip(" \t:：.…,;-–—|»«›‹>•*·[]()\"'“”/\\#!?+=_")


def is_furniture_line(text: str) -> bool:
    """Tell whether a line is furniture by its words alone."""
    if len(text) > 240:
        return False
    folded = key(text)
    if not folded:
        return True
    if FURNITURE_LINE.fullmatch(folded):
        return True
    # A bar of buttons: "Bản in | Gửi email | Chia sẻ".
    parts = [key(p) for p in _BAR.split(text)]
    return len(parts) > 1 and all(not p or FURNITURE_LINE.fullmatch(p) for p in parts)


def is_box_heading(text: str) -> bool:
    """Tell whether a line heads a box of other news, comments, polls or links."""
    return len(text) <= 60 and bool(BOX_HEADING.fullmatch(key(text)))


def is_imprint(text: str) -> bool:
    """Tell whether a line belongs to the site's imprint (licence, address, publisher)."""
    return len(text) <= 400 and bool(IMPRINT.match(fold(text)))
