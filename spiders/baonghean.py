"""Báo và phát thanh, truyền hình Nghệ An. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoNgheAn(PortalSpider):
    name = "baonghean"
    title = "Báo và phát thanh, truyền hình Nghệ An"
    unit = "tỉnh Nghệ An"
    family = "onecms"
    listings = ("https://baonghean.vn/thoi-su", "https://baonghean.vn/xay-dung-dang")
