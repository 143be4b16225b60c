"""Báo Yên Bái. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoYenBai(PortalSpider):
    name = "baoyenbai"
    title = "Báo Yên Bái"
    unit = "tỉnh Yên Bái"
    listings = ("https://baoyenbai.com.vn/",)
    article = r"^/\d+/(?P<key>\d+)/"
    status, successor = "moved", "baolaocai"
