"""Cổng thông tin điện tử tỉnh Vĩnh Phúc. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class VinhPhuc(PortalSpider):
    name = "vinhphuc"
    title = "Cổng thông tin điện tử tỉnh Vĩnh Phúc"
    unit = "tỉnh Vĩnh Phúc"
    family = "sharepoint"
    listings = ("https://vinhphuc.gov.vn/",)
    status, successor = "moved", "phutho"
