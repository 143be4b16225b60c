"""Cổng thông tin điện tử tỉnh Hà Tĩnh. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class HaTinh(PortalSpider):
    name = "hatinh"
    title = "Cổng thông tin điện tử tỉnh Hà Tĩnh"
    unit = "tỉnh Hà Tĩnh"
    family = "hatinh"
    listings = ("https://hatinh.gov.vn/vi/chuyen-muc/tin-trong-tinh",)
