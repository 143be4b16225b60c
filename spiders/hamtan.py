"""Huyện ủy Hàm Tân, Bình Thuận. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class HamTan(PortalSpider):
    name = "hamtan"
    title = "Huyện ủy Hàm Tân"
    unit = "huyện Hàm Tân, Bình Thuận"
    family = "dcs_post"
    listings = ("https://hamtan.binhthuan.dcs.vn/Tin-t%E1%BB%A9c",)
    status = "gone"
