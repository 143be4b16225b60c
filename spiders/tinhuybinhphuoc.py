"""Tỉnh ủy Bình Phước. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class TinhUyBinhPhuoc(PortalSpider):
    name = "tinhuybinhphuoc"
    title = "Tỉnh ủy Bình Phước"
    unit = "tỉnh Bình Phước"
    family = "nukeviet"
    listings = ("https://tinhuybinhphuoc.vn/search/?q=giao+ban",)
    status = "gone"
