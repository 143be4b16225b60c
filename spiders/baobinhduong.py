"""Báo Bình Dương. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoBinhDuong(PortalSpider):
    name = "baobinhduong"
    title = "Báo Bình Dương"
    unit = "tỉnh Bình Dương"
    family = "press_a"
    listings = ("https://baobinhduong.vn/chinh-tri", "https://baobinhduong.vn/xa-hoi")
