"""Tỉnh ủy Kiên Giang. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class TinhUyKienGiang(PortalSpider):
    name = "tinhuykiengiang"
    title = "Tỉnh ủy Kiên Giang"
    unit = "tỉnh Kiên Giang"
    family = "nukeviet"
    listings = ("https://kiengiang.dcs.vn/search/?q=giao+ban",)
    status = "gone"
