"""Văn phòng Nông thôn mới Hà Tĩnh. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class NongThonMoiHaTinh(PortalSpider):
    name = "nongthonmoihatinh"
    title = "Văn phòng Nông thôn mới Hà Tĩnh"
    unit = "tỉnh Hà Tĩnh"
    family = "nukeviet"
    listings = ("https://nongthonmoihatinh.vn/vi/search/?q=giao+ban",)
