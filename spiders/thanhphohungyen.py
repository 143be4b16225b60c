"""Thành phố Hưng Yên. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class ThanhPhoHungYen(PortalSpider):
    name = "thanhphohungyen"
    title = "Thành phố Hưng Yên"
    unit = "thành phố Hưng Yên, Hưng Yên"
    family = "vhv_hungyen"
    listings = ("http://thanhphohungyen.gov.vn/",)
    status = "gone"
