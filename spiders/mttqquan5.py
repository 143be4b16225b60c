"""Ủy ban Mặt trận Tổ quốc Quận 5, Hồ Chí Minh. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class MttqQuan5(PortalSpider):
    name = "mttqquan5"
    title = "Ủy ban Mặt trận Tổ quốc Quận 5"
    unit = "quận 5, Hồ Chí Minh"
    family = "wordpress"
    listings = ("https://mttqquan5.vn/?s=giao+ban",)
    status = "gone"
