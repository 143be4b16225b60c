"""Cổng thông tin điện tử tỉnh Quảng Ngãi. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class QuangNgai(PortalSpider):
    name = "quangngai"
    title = "Cổng thông tin điện tử tỉnh Quảng Ngãi"
    unit = "tỉnh Quảng Ngãi"
    family = "vhv"
    listings = ("https://quangngai.gov.vn/web/portal-qni/tin-noi-bat",)
