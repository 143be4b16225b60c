"""Cổng thông tin điện tử tỉnh Thái Bình. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class ThaiBinh(PortalSpider):
    name = "thaibinh"
    title = "Cổng thông tin điện tử tỉnh Thái Bình"
    unit = "tỉnh Thái Bình"
    family = "vhv"
    listings = ("https://thaibinh.gov.vn/tin-tuc/tin-tong-hop",)
    status, successor = "moved", "hungyen"
