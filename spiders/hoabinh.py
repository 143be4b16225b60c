"""Cổng thông tin điện tử tỉnh Hòa Bình. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class HoaBinh(PortalSpider):
    name = "hoabinh"
    title = "Cổng thông tin điện tử tỉnh Hòa Bình"
    unit = "tỉnh Hòa Bình"
    family = "liferay"
    listings = ("https://hoabinh.gov.vn/thoi-su-trong-ngay",)
    status, successor = "moved", "phutho"
