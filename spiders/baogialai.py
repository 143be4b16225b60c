"""Báo và phát thanh, truyền hình Gia Lai. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoGiaLai(PortalSpider):
    name = "baogialai"
    title = "Báo và phát thanh, truyền hình Gia Lai"
    unit = "tỉnh Gia Lai"
    family = "epi"
    listings = ("https://baogialai.com.vn/chinh-tri/", "https://baogialai.com.vn/thoi-su-su-kien/")
