"""Cổng thông tin điện tử thành phố Hà Nội. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class HaNoi(PortalSpider):
    name = "hanoi"
    title = "Cổng thông tin điện tử thành phố Hà Nội"
    unit = "thành phố Hà Nội"
    family = "vccorp"
    listings = ("https://hanoi.gov.vn/tin-so-nganh",)
