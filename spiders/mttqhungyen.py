"""Ủy ban Mặt trận Tổ quốc tỉnh Hưng Yên. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class MttqHungYen(PortalSpider):
    name = "mttqhungyen"
    title = "Ủy ban Mặt trận Tổ quốc tỉnh Hưng Yên"
    unit = "tỉnh Hưng Yên"
    family = "vhv_hungyen"
    listings = ("https://mttq.hungyen.dcs.vn/",)
