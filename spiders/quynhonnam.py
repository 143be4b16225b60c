"""Phường Quy Nhơn Nam, Gia Lai. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class QuyNhonNam(PortalSpider):
    name = "quynhonnam"
    title = "Phường Quy Nhơn Nam"
    unit = "phường Quy Nhơn Nam, Gia Lai"
    family = "vhv"
    listings = ("https://quynhonnam.gialai.gov.vn/tin-tuc",)
