"""Ban Dân vận Tỉnh ủy Bình Thuận. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class BdvBinhThuan(PortalSpider):
    name = "bdvbinhthuan"
    title = "Ban Dân vận Tỉnh ủy Bình Thuận"
    unit = "tỉnh Bình Thuận"
    family = "dcs_post"
    listings = ("https://bdvtu.binhthuan.dcs.vn/Tin-t%E1%BB%A9c",)
    status = "gone"
