"""Đảng ủy khối cơ quan - doanh nghiệp Bến Tre. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class Dukcqdnbentre(PortalSpider):
    name = "dukcqdnbentre"
    title = "Đảng ủy khối cơ quan - doanh nghiệp Bến Tre"
    unit = "tỉnh Bến Tre"
    family = "liferay"
    listings = ("https://dukcqdnbentre.vn/",)
    status = "gone"
