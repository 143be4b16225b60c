"""Xã Thanh Hà, Hải Phòng. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class ThanhHa(PortalSpider):
    name = "thanhha"
    title = "Xã Thanh Hà"
    unit = "xã Thanh Hà, Hải Phòng"
    family = "vnpt"
    listings = ("http://thanhha.haiphong.gov.vn/chi-dao-dieu-hanh",)
