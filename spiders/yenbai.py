"""Cổng thông tin điện tử tỉnh Yên Bái. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class YenBai(PortalSpider):
    name = "yenbai"
    title = "Cổng thông tin điện tử tỉnh Yên Bái"
    unit = "tỉnh Yên Bái"
    family = "sharepoint"
    listings = ("https://yenbai.gov.vn/",)
    status, successor = "moved", "laocai"
