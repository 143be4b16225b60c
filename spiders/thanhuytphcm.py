"""Thành ủy Thành phố Hồ Chí Minh. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class Thanhuytphcm(PortalSpider):
    name = "thanhuytphcm"
    title = "Thành ủy Thành phố Hồ Chí Minh"
    unit = "thành phố Hồ Chí Minh"
    listings = ("https://www.thanhuytphcm.vn/",)
    article = r"^/tin-tuc/[^/?#]*-(?P<key>\d{10})(?:[?#]|$)"
