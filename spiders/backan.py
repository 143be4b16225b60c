"""Cổng thông tin điện tử tỉnh Bắc Kạn. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BacKan(PortalSpider):
    name = "backan"
    title = "Cổng thông tin điện tử tỉnh Bắc Kạn"
    unit = "tỉnh Bắc Kạn"
    family = "sharepoint"
    listings = ("https://backan.gov.vn/",)
    status, successor = "moved", "thainguyen"
