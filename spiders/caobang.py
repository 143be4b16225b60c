"""Cổng thông tin điện tử tỉnh Cao Bằng. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class CaoBang(PortalSpider):
    name = "caobang"
    title = "Cổng thông tin điện tử tỉnh Cao Bằng"
    unit = "tỉnh Cao Bằng"
    family = "vnpt"
    listings = ("https://caobang.gov.vn/chinh-tri", "https://caobang.gov.vn/chuyen-muc-tin-tuc")
