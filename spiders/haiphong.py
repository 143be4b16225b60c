"""Cổng thông tin điện tử thành phố Hải Phòng. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class HaiPhong(PortalSpider):
    name = "haiphong"
    title = "Cổng thông tin điện tử thành phố Hải Phòng"
    unit = "thành phố Hải Phòng"
    family = "vnpt"
    listings = ("https://haiphong.gov.vn/",)
