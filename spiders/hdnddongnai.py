"""Hội đồng nhân dân tỉnh Đồng Nai. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class HdndDongNai(PortalSpider):
    name = "hdnddongnai"
    title = "Hội đồng nhân dân tỉnh Đồng Nai"
    unit = "tỉnh Đồng Nai"
    family = "sharepoint"
    listings = ("https://hdnd.dongnai.gov.vn/",)
    status = "gone"
