"""Báo Hậu Giang. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoHauGiang(PortalSpider):
    name = "baohaugiang"
    title = "Báo Hậu Giang"
    unit = "tỉnh Hậu Giang"
    family = "press_uploads"
    listings = ("https://baohaugiang.com.vn/",)
