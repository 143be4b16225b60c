"""Thành phố Thanh Hóa. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class ThanhHoaCity(PortalSpider):
    name = "thanhhoacity"
    title = "Thành phố Thanh Hóa"
    unit = "thành phố Thanh Hóa, Thanh Hóa"
    family = "sharepoint"
    listings = ("http://thanhhoacity.gov.vn/",)
    status = "gone"
