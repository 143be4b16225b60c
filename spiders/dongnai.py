"""Cổng thông tin điện tử tỉnh Đồng Nai. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class DongNai(PortalSpider):
    name = "dongnai"
    title = "Cổng thông tin điện tử tỉnh Đồng Nai"
    unit = "tỉnh Đồng Nai"
    family = "nukeviet"
    listings = ("https://dongnai.gov.vn/vi/search/?q=giao+ban",)
