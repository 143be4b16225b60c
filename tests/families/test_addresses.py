"""What an address says of itself: an article and which, or none.

Shapes as the families' portals use them. One article has one key however it is reached; copies to
print, tags, categories and pages of a listing have none.
"""

from __future__ import annotations

import pytest

from crawler.families import FAMILIES
from crawler.families.address import resolve
from crawler.families.generic import FAMILY as GENERIC
from tests.tables import table

ONE_KEY = [
    ("nukeviet", "123", "/(A(xx)S(lit3py55t21z5v55vlm25s55))/vi/news/tin/giao-ban-123.html"),
    ("nukeviet", "123", "//vi/news//tin/giao-ban-123.html"),
    ("mojoportal", "hoi-nghi-giao-ban-thang-3", "/(F(a)S(b))//hoi-nghi-giao-ban-thang-3"),
    ("press_hash", "ea65435", "/xa-hoi/202504/nguoi-tre-lam-sach-noi-ea65435/"),
    ("press_hash", "367915d", "/chinh-tri/202107/kiem-tra-giam-sat-367915D"),
    ("press_hash", "8172041", "/chinh-tri/202007/thuong-truc-tinh-uy-giao-ban-8172041/"),
    ("press_hash", "a544473", "/xa-hoi/201911/ttv-hoi-nghi-giao-ban-a544473/"),
    ("press_hash", "803862", "/chinh-tri/201807/6-thang-dau-nam-803862/index.htm"),
    ("press_hash", "803862", "/chinh-tri/201807/6-thang-dau-nam-803862"),
    ("press_hash", "2534328", "/channel/5083/201911/hoi-nghi-2534328/"),
    ("press_a", "248548", "/hoi-nghi-giao-ban-cong-tac-mat-tran-a248548.html"),
    ("press_a", "21917", "/giao-ban-bao-chi-10042012-a21917.html"),
    ("epi", "836130", "/dang-uy-xa-hung-long-giao-ban-post836130.html"),
    ("onecms", "7070", "/bien-gioi-hai-dao/phoi-hop-bao-ve-7070.html"),
    ("onecms", "254557", "/nang-cao-chat-luong-bao-cao-254557.html"),
    ("press_uploads", "72306", "/chinh-tri/hoi-nghi-giao-ban-72306.html"),
    ("vccorp", "271525080815323418", "/hoat-dong/hoi-nghi-thang-8-271525080815323418.htm"),
    ("portal_en_v5", "8311", "/hoi-nghi-giao-ban-thang-5-8311.html"),
    ("drupal", "447", "/node/447"),
    ("drupal", "447", "/vi/node/447"),
    ("drupal", "hoi-nghi-giao-ban-thang-5", "/vi/hoi-nghi-giao-ban-thang-5"),
    ("tin_bai", "156425", "/vi/tin-bai/ubnd-xa-giao-ban?id=156425&type=NEWS"),
    ("tin_bai", "156425", "/vi/tin-bai/ten-moi?type=NEWS&id=156425"),
    ("vhv_hungyen", "287", "/hoi-nghi-giao-ban-thang-112025-c287.html"),
    ("sharepoint", "hoi-nghi-bb54", "/Pages/hoi-nghi-bb54.aspx"),
    ("sharepoint", "ubnd-thành-phố", "/vn/TinTuc/Pages/UBND-th%C3%A0nh-ph%E1%BB%91.aspx"),
    ("sharepoint", "glp-hop-glpnd-3-glpsite-1", "/Pages/glp-hop-glpnd-3-glpsite-1.html"),
    ("sharepoint", "/pages//7338", "/Pages/newsdetail.aspx?CatId=133&NewsId=7338"),
    ("sharepoint", "/tt/pages//tintuc/101", "/tt/Pages/chi-tiet.aspx?ItemID=101&l=TinTuc"),
    ("sharepoint", "/tt/pages//tintuc/101", "/tt/Pages/chi-tiet.aspx?l=TinTuc&ItemID=101"),
    ("sharepoint", "/tt/pages//tinxa/101", "/tt/Pages/chi-tiet.aspx?l=TinXa&ItemID=101"),
    ("mdefault", "693472", "/mDefault.aspx?sid=1444&pageid=6591&catid=71012&id=693472&catname=h"),
    ("webcenter", "portal174180", "/webcenter/portal/ubnd/chi-tiet?dDocName=PORTAL174180"),
    ("webcenter", "60243", "/gia-tri-duoc-lieu-60243.html"),
    ("huecit", "dang-uy-phuong-phu-xuan", "/hoat-dong-cua-cap-uy/dang-uy-phuong-phu-xuan.html"),
    ("huecit", "52353", "/?cn=85&gd=6&tc=52353"),
    ("dcs_post", "258236", "/Tin-tức/post/258236/giao-ban-cong-tac-dan-van.aspx"),
    ("dcs_post", "258236", "/Tin-tuc/post/258236/giao-ban-cong-tac-dan-van"),
    ("baophutho", "237512", "/phuong-thanh-mieu-giao-ban-237512.htm"),
    ("baothanhhoa", "148739", "/thoi-su/hoi-nghi-giao-ban/148739.htm"),
    ("baothanhhoa", "253311", "/hoi-nghi-giao-ban-253311.htm"),
    ("baoninhbinh", "250612083412345", "/hop-giao-ban-250612083412345.html"),
    ("baoninhbinh", "20161020034921427", "/hop-giao-ban/d20161020034921427.htm"),
    ("baobacninh", "418001", "/giao-ban-thang-5-postid418001.bbg"),
    ("baolaichau", "71022", "/chinh-tri/giao-ban-thang-5-71022"),
    ("baosonla", "dujgvjusr", "/thoi-su-chinh-tri/giao-ban-duJgvjUSR.html"),
    ("baosonla", "1148", "/van-hoa-son-la/giao-ban-quoc-lo-6--1148.html"),
    ("baosonla", "34943", "/vi/bai-viet/giao-ban-cong-tac-bao-chi-34943"),
    ("hatinh", "giao-ban-thang-5", "/vi/bai-viet/giao-ban-thang-5"),
]
NO_KEY = [
    ("press_hash", "/trang-in-367915.html"),
    ("press_hash", "/chinh-tri/trong-tinh/trang-43.html"),
    ("press_a", "/print/hoi-nghi-giao-ban-a248548.html"),
    ("press_a", "/https/baodongkhoi.vn/hoi-nghi-a248548.html"),
    ("press_a", "/thoi-su?p=2"),
    ("epi", "/giao-ban-tag109767.html"),
    ("onecms", "/dai-hoi-dang-event812.html"),
    ("onecms", "/print/254557.html"),
    ("press_uploads", "/thoi-su-trong-tinh-215.html"),
    ("vccorp", "/hoat-dong-khoi-chinh-quyen.htm"),
    ("portal_en_v5", "/categories/tin-tuc-12.html?CurrentPage=2"),
    ("portal_en_v5", "/rss/tin-tuc-12.rss"),
    ("drupal", "/vi/tin-tuc?page=2"),
    ("drupal", "/taxonomy/term/12"),
    ("drupal", "/user/login"),
    ("tin_bai", "/vi/dai-hoi-dang-cac-cap?id=12856"),
    ("vhv_hungyen", "/chuyen-muc-tin-chung-toan-tinh-c217-1.html"),
    ("sharepoint", "/Pages/default.aspx"),
    ("sharepoint", "/portal/pages/print.aspx?p=27996"),
    ("sharepoint", "/noidung/tintuc/Pages/chi-tiet-tin-tuc.aspx?l=TinTrongTinh&lv=4&page=57"),
    ("mdefault", "/mDefault.aspx?sid=1444&pageid=6591"),
    ("huecit", "/printpage-hoat-dong-cua-cap-uy/giao-ban-quy-i.html"),
    ("baosonla", "/muong-la/trang-8.html"),
    ("hatinh", "/vi/chuyen-muc/tin-trong-tinh?page=2"),
]


@table("family, key, address", ONE_KEY)
def test_an_article_has_one_key(family: str, key: str, address: str) -> None:
    assert FAMILIES[family].key(f"https://x.gov.vn{address}") == key
    assert FAMILIES[family].key(f"http://www.x.gov.vn{address}") == key


@table(
    "address, key",
    [
        # The number of a year, a month, a congress is the title's.
        ("/tin/giao-ban-thang-11-2026", "giao-ban-thang-11-2026"),
        ("/tin/giao-ban-thang-10-2026.html", "giao-ban-thang-10-2026"),
        ("/tin/ky-hop-thu-112", "ky-hop-thu-112"),
        ("/tin/giao-ban-78504.html", "78504"),
        ("/a/giao-ban-p504", "p504"),
        ("/tin/78504/giao-ban.htm", "78504"),
        ("/xemtin.php?cat=1&id=33", "33"),
        ("/tin-tuc?p=2", None),
    ],
)
def test_a_portal_of_no_family_is_known_by_its_slugs(address: str, key: str | None) -> None:
    assert GENERIC.key(f"https://x.gov.vn{address}") == key


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/tin/1115-giao-ban", "1115"),
        ("/tin/12-xa-giao-ban", "12-xa-giao-ban"),
        ("/tin/2026-nam-cua-chuyen-doi-so", "2026-nam-cua-chuyen-doi-so"),
        ("/tin/giao-ban-thang-muoi.html", "giao-ban-thang-muoi"),
    ],
)
def test_an_alias_of_joomla_may_begin_with_a_number(address: str, key: str) -> None:
    assert FAMILIES["joomla"].key(f"https://x.gov.vn{address}") == key


@table("family, address", NO_KEY)
def test_other_pages_have_none(family: str, address: str) -> None:
    assert FAMILIES[family].key(f"https://x.gov.vn{address}") is None


@table(
    "href, address",
    [
        ("/giao ban[3]|1.html", "/giao%20ban%5B3%5D%7C1.html"),
        ('/giao"ban"<3>^`{1}.html', "/giao%22ban%22%3C3%3E%5E%60%7B1%7D.html"),
        ("/hội-nghị\u00a01.html?a=ộ x", "/h%E1%BB%99i-ngh%E1%BB%8B%C2%A01.html?a=%E1%BB%99%20x"),
        ("\\tin\\giao-ban-1.html", "/tin/giao-ban-1.html"),
        ("chi-tiet.aspx?f=a\\b", "/tin/chi-tiet.aspx?f=a%5Cb"),
        ("/giao%20ban-1.html?a=b+c&d=(1)", "/giao%20ban-1.html?a=b+c&d=(1)"),
    ],
)
def test_an_address_is_written_as_browsers_send_it(href: str, address: str) -> None:
    assert resolve("https://mau.gov.vn/tin/", href) == f"https://mau.gov.vn{address}"


@table(
    "page, href, address",
    [
        ("http://a.gov.vn/tin/1.html", "/x", "http://a.gov.vn/x"),
        ("https://a.gov.vn", "/x", "https://a.gov.vn/x"),
        ("https://b.gov.vn?trang=2", "/x", "https://b.gov.vn/x"),
        ("https://b.gov.vn:8443/tin", "/x", "https://b.gov.vn:8443/x"),
        ("http://a.gov.vn/tin/1.html", "//b.gov.vn/x", "http://b.gov.vn/x"),
        ("https://a.gov.vn/tin/1.html", "/\\b.gov.vn/x", "https://b.gov.vn/x"),
        ("http://a.gov.vn/tin/1.html", "https://b.gov.vn/x", "https://b.gov.vn/x"),
        ("http://a.gov.vn/tin/1.html", "2.html", "http://a.gov.vn/tin/2.html"),
        ("http://a.gov.vn/bao/1.html", "2.html", "http://a.gov.vn/bao/2.html"),
    ],
)
def test_what_is_remembered_of_a_link_is_of_its_page(page: str, href: str, address: str) -> None:
    assert resolve(page, href) == address
