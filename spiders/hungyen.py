"""Cổng thông tin điện tử tỉnh Hưng Yên. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class HungYen(PortalSpider):
    name = "hungyen"
    title = "Cổng thông tin điện tử tỉnh Hưng Yên"
    unit = "tỉnh Hưng Yên"
    family = "vhv_hungyen"
    listings = ("https://hungyen.gov.vn/chuyen-muc-tin-chung-toan-tinh-c217-1.html",)
    legacy_tls = True
