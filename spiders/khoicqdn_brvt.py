"""Đảng ủy khối cơ quan và doanh nghiệp tỉnh, Bà Rịa - Vũng Tàu. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class KhoicqdnBrvt(PortalSpider):
    name = "khoicqdn_brvt"
    title = "Đảng ủy khối cơ quan và doanh nghiệp tỉnh"
    unit = "tỉnh Bà Rịa - Vũng Tàu"
    family = "vhv"
    listings = ("https://khoicqdn.baria-vungtau.gov.vn/",)
    status = "gone"
