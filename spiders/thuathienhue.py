"""Thừa Thiên Huế, since 2025 the city of Huế. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider

SITE = "https://thuathienhue.gov.vn/vi-vn"


class ThuaThienHue(PortalSpider):
    name = "thuathienhue"
    title = "Cổng thông tin điện tử tỉnh Thừa Thiên Huế"
    family = "dotnetnuke"
    unit = "tỉnh Thừa Thiên Huế"
    listings = (
        f"{SITE}/Thông-tin-Kết-nối-Báo-chí-với-chính-quyền/cid/94C0EBC4-0DD8-4B86-9947-A9150104E98B",
    )
    categories = r"^/vi-vn/(?:Tin|Thong-tin|Thoi-su|Hoat-dong)[^/]*/cid/"
