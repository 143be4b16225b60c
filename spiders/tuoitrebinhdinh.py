"""Tỉnh đoàn Bình Định. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class TuoiTreBinhDinh(PortalSpider):
    name = "tuoitrebinhdinh"
    title = "Tỉnh đoàn Bình Định"
    unit = "tỉnh Bình Định"
    family = "wordpress"
    listings = ("https://tuoitrebinhdinh.vn/?s=giao+ban",)
    status = "gone"
