"""Cổng thông tin điện tử tỉnh Quảng Trị. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class QuangTri(PortalSpider):
    name = "quangtri"
    title = "Cổng thông tin điện tử tỉnh Quảng Trị"
    unit = "tỉnh Quảng Trị"
    family = "liferay"
    listings = ("https://www.quangtri.gov.vn/tin-tuc",)
