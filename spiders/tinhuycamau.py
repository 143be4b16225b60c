"""Tỉnh ủy Cà Mau. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class TinhUyCaMau(PortalSpider):
    name = "tinhuycamau"
    title = "Tỉnh ủy Cà Mau"
    unit = "tỉnh Cà Mau"
    listings = ("https://camau.dcs.vn/",)
    article = r"^/(?:[^?#]*/)?[^/?#]+\.(?P<key>\d+)(?:[?#]|$)"
