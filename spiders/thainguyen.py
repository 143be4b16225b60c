"""Cổng thông tin điện tử tỉnh Thái Nguyên. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class ThaiNguyen(PortalSpider):
    name = "thainguyen"
    title = "Cổng thông tin điện tử tỉnh Thái Nguyên"
    unit = "tỉnh Thái Nguyên"
    family = "liferay"
    listings = ("https://thainguyen.gov.vn/",)
