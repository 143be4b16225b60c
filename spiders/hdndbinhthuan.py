"""Hội đồng nhân dân tỉnh Bình Thuận. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class HdndBinhThuan(PortalSpider):
    name = "hdndbinhthuan"
    title = "Hội đồng nhân dân tỉnh Bình Thuận"
    unit = "tỉnh Bình Thuận"
    listings = ("http://hdnd.binhthuan.gov.vn/News/ctcongtachdnd/",)
    article = r"^/News/(?P<key>[^?#]+)\.aspx(?:[?#]|$)"
    status = "gone"
