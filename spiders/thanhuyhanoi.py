"""Thành ủy Hà Nội. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class ThanhUyHaNoi(PortalSpider):
    name = "thanhuyhanoi"
    title = "Thành ủy Hà Nội"
    unit = "thành phố Hà Nội"
    listings = ("https://thanhuyhanoi.vn/",)
    article = r"/tin-tuc/[^?#]*-(?P<key>\d+)(?:[?#]|$)"
