"""Thị xã Thuận Thành, Bắc Ninh: dissolved on 1 July 2025. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class ThuanThanh(PortalSpider):
    name = "thuanthanh"
    title = "Cổng thông tin điện tử thị xã Thuận Thành"
    family = "liferay_bacninh"
    unit = "thị xã Thuận Thành, Bắc Ninh"
    latitude, longitude = 21.0486, 106.0847
    listings = ("https://thuanthanh.bacninh.gov.vn/news",)
    legacy_tls = True
