"""Báo Ninh Thuận. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoNinhThuan(PortalSpider):
    name = "baoninhthuan"
    title = "Báo Ninh Thuận"
    unit = "tỉnh Ninh Thuận"
    listings = ("https://baoninhthuan.com.vn/",)
    article = r"^/news/(?P<key>\d+)p\d+c\d+/"
    status, successor = "moved", "baokhanhhoa"
