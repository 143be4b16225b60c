"""Cổng thông tin điện tử tỉnh Bến Tre. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BenTre(PortalSpider):
    name = "bentre"
    title = "Cổng thông tin điện tử tỉnh Bến Tre"
    unit = "tỉnh Bến Tre"
    family = "liferay"
    listings = ("https://bentre.gov.vn/",)
    status, successor = "moved", "vinhlong"
