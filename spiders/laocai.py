"""Cổng thông tin điện tử tỉnh Lào Cai. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class LaoCai(PortalSpider):
    name = "laocai"
    title = "Cổng thông tin điện tử tỉnh Lào Cai"
    unit = "tỉnh Lào Cai"
    family = "vnpt"
    listings = ("https://laocai.gov.vn/",)
