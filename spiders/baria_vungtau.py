"""Cổng thông tin điện tử tỉnh Bà Rịa - Vũng Tàu. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaRiaVungTau(PortalSpider):
    name = "baria_vungtau"
    title = "Cổng thông tin điện tử tỉnh Bà Rịa - Vũng Tàu"
    unit = "tỉnh Bà Rịa - Vũng Tàu"
    listings = ("https://baria-vungtau.gov.vn/",)
    article = r"^/article\?(?:[^#]*&)?item=(?P<key>[0-9a-fA-F]{32})"
    status, successor = "moved", "hochiminhcity"
