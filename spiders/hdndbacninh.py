"""Hội đồng nhân dân tỉnh Bắc Ninh. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class HdndBacNinh(PortalSpider):
    name = "hdndbacninh"
    title = "Hội đồng nhân dân tỉnh Bắc Ninh"
    unit = "tỉnh Bắc Ninh"
    family = "liferay_bacninh"
    listings = ("https://bacninh.gov.vn/web/hdnd-tinh-bac-ninh/trang-chu",)
    legacy_tls = True
