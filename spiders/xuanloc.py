"""Huyện Xuân Lộc, Đồng Nai. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class XuanLoc(PortalSpider):
    name = "xuanloc"
    title = "Huyện Xuân Lộc"
    unit = "huyện Xuân Lộc, Đồng Nai"
    family = "sharepoint"
    listings = ("https://xuanloc.dongnai.gov.vn/",)
    status = "gone"
