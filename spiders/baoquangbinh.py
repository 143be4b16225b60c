"""Báo Quảng Bình. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class BaoQuangBinh(PortalSpider):
    name = "baoquangbinh"
    title = "Báo Quảng Bình"
    unit = "tỉnh Quảng Bình"
    family = "press_hash"
    listings = ("https://baoquangbinh.vn/chinh-tri/",)
    status, successor = "moved", "baoquangtri"
