"""Cổng thông tin điện tử tỉnh Lâm Đồng. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class LamDong(PortalSpider):
    name = "lamdong"
    title = "Cổng thông tin điện tử tỉnh Lâm Đồng"
    unit = "tỉnh Lâm Đồng"
    family = "sharepoint"
    listings = ("https://lamdong.gov.vn/",)
