"""Hội đồng nhân dân tỉnh Nam Định. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class HdndNamDinh(PortalSpider):
    name = "hdndnamdinh"
    title = "Hội đồng nhân dân tỉnh Nam Định"
    unit = "tỉnh Nam Định"
    family = "sharepoint_tandan"
    listings = ("https://hdnd.namdinh.gov.vn/",)
    status = "gone"
