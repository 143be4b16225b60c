"""Huyện ủy Bắc Bình, Bình Thuận. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class BacBinh(PortalSpider):
    name = "bacbinh"
    title = "Huyện ủy Bắc Bình"
    unit = "huyện Bắc Bình, Bình Thuận"
    family = "dcs_post"
    listings = ("https://bacbinh.binhthuan.dcs.vn/Tin-tuc",)
    status = "gone"
