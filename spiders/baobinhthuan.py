"""Báo Bình Thuận. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BaoBinhThuan(PortalSpider):
    name = "baobinhthuan"
    title = "Báo Bình Thuận"
    unit = "tỉnh Bình Thuận"
    family = "onecms"
    listings = ("https://baobinhthuan.com.vn/tin-tuc-binh-thuan-moi-nhat",)
    status, successor = "moved", "baolamdong"
