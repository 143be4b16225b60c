"""Quận Hoàng Mai, Hà Nội. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class HoangMai(PortalSpider):
    name = "hoangmai"
    title = "Quận Hoàng Mai"
    unit = "quận Hoàng Mai, Hà Nội"
    family = "liferay"
    listings = ("https://hoangmai.hanoi.gov.vn/phuong-thanh-tri",)
    status = "gone"
