"""Kinh tế & Đô thị, Hà Nội. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class KinhTeDoThi(PortalSpider):
    name = "kinhtedothi"
    title = "Kinh tế & Đô thị"
    unit = "thành phố Hà Nội"
    family = "onecms"
    listings = ("https://kinhtedothi.vn/",)
