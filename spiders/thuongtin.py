"""Huyện Thường Tín, Hà Nội. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class ThuongTin(PortalSpider):
    name = "thuongtin"
    title = "Huyện Thường Tín"
    unit = "huyện Thường Tín, Hà Nội"
    family = "liferay"
    listings = ("https://thuongtin.hanoi.gov.vn/dang-doan-the",)
    status = "gone"
