"""Xã Linh Trường, Quảng Trị. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class LinhTruong(PortalSpider):
    name = "linhtruong"
    title = "Xã Linh Trường"
    unit = "xã Linh Trường, Quảng Trị"
    family = "liferay"
    listings = ("https://linhtruong.giolinh.quangtri.gov.vn/",)
    status = "gone"
