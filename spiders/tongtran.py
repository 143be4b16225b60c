"""Xã Tống Trân, Hưng Yên. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class TongTran(PortalSpider):
    name = "tongtran"
    title = "Xã Tống Trân"
    unit = "xã Tống Trân, Hưng Yên"
    family = "vhv_hungyen"
    listings = ("https://tongtran.hungyen.gov.vn/",)
