"""Sài Gòn Giải Phóng, Hồ Chí Minh. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class Sggp(PortalSpider):
    name = "sggp"
    title = "Sài Gòn Giải Phóng"
    unit = "thành phố Hồ Chí Minh"
    family = "epi"
    listings = ("https://www.sggp.org.vn/xaydungdang/",)
