"""Cổng thông tin điện tử tỉnh Tiền Giang. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class TienGiang(PortalSpider):
    name = "tiengiang"
    title = "Cổng thông tin điện tử tỉnh Tiền Giang"
    unit = "tỉnh Tiền Giang"
    family = "liferay"
    listings = ("https://tiengiang.gov.vn/",)
    status, successor = "moved", "dongthap"
