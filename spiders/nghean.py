"""Cổng thông tin điện tử tỉnh Nghệ An. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class NgheAn(PortalSpider):
    name = "nghean"
    title = "Cổng thông tin điện tử tỉnh Nghệ An"
    unit = "tỉnh Nghệ An"
    family = "vnpt"
    listings = ("https://nghean.gov.vn/",)
