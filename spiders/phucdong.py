"""Phường Phúc Đồng, Hà Nội. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class PhucDong(PortalSpider):
    name = "phucdong"
    title = "Phường Phúc Đồng"
    unit = "phường Phúc Đồng, Hà Nội"
    family = "liferay"
    listings = ("https://phucdong.longbien.hanoi.gov.vn/",)
    status = "gone"
