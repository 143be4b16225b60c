"""Báo Nam Định. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoNamDinh(PortalSpider):
    name = "baonamdinh"
    title = "Báo Nam Định"
    unit = "tỉnh Nam Định"
    family = "press_hash"
    listings = ("https://baonamdinh.vn/",)
    status, successor = "moved", "baoninhbinh"
