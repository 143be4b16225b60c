"""Báo và phát thanh, truyền hình Quảng Trị. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoQuangTri(PortalSpider):
    name = "baoquangtri"
    title = "Báo và phát thanh, truyền hình Quảng Trị"
    unit = "tỉnh Quảng Trị"
    family = "press_hash"
    listings = ("https://baoquangtri.vn/chinh-tri/", "https://baoquangtri.vn/thoi-su/")
