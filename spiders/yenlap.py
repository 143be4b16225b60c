"""Huyện Yên Lập, Phú Thọ. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class YenLap(PortalSpider):
    name = "yenlap"
    title = "Huyện Yên Lập"
    unit = "huyện Yên Lập, Phú Thọ"
    listings = ("https://yenlap.phutho.gov.vn/",)
    article = r"/bai-viet/[^?#]*/id/[^/?#]*-(?P<key>\d+)(?:[/?#]|$)"
    status = "gone"
