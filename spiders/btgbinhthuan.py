"""Ban Tuyên giáo Tỉnh ủy Bình Thuận. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class BtgBinhThuan(PortalSpider):
    name = "btgbinhthuan"
    title = "Ban Tuyên giáo Tỉnh ủy Bình Thuận"
    unit = "tỉnh Bình Thuận"
    family = "dcs_post"
    listings = ("https://btgtu.binhthuan.dcs.vn/Trang-chu",)
    status = "gone"
