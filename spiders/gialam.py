"""Xã Gia Lâm, Hà Nội. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class GiaLam(PortalSpider):
    name = "gialam"
    title = "Xã Gia Lâm"
    unit = "xã Gia Lâm, Hà Nội"
    family = "vccorp"
    listings = ("https://gialam.hanoi.gov.vn/tin-tuc-su-kien",)
