"""Xã Hòa Phú, Hà Nội. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class HoaPhu(PortalSpider):
    name = "hoaphu"
    title = "Xã Hòa Phú"
    unit = "xã Hòa Phú, Hà Nội"
    family = "vccorp"
    listings = ("https://hoaphu.hanoi.gov.vn/hoat-dong-khoi-chinh-quyen",)
