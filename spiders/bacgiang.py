"""Cổng thông tin điện tử tỉnh Bắc Giang. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BacGiang(PortalSpider):
    name = "bacgiang"
    title = "Cổng thông tin điện tử tỉnh Bắc Giang"
    unit = "tỉnh Bắc Giang"
    family = "liferay"
    listings = ("https://bacgiang.gov.vn/chinh-tri",)
    legacy_tls, status, successor = True, "moved", "bacninh"
