"""Ủy ban Mặt trận Tổ quốc tỉnh Bình Thuận. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class MttqBinhThuan(PortalSpider):
    name = "mttqbinhthuan"
    title = "Ủy ban Mặt trận Tổ quốc tỉnh Bình Thuận"
    unit = "tỉnh Bình Thuận"
    family = "dcs_post"
    listings = ("https://ubmttqvn.binhthuan.dcs.vn/Tin-t%E1%BB%A9c",)
    status = "gone"
