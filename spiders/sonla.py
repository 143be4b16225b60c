"""Cổng thông tin điện tử tỉnh Sơn La. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class SonLa(PortalSpider):
    name = "sonla"
    title = "Cổng thông tin điện tử tỉnh Sơn La"
    unit = "tỉnh Sơn La"
    family = "vnpt"
    listings = ("https://sonla.gov.vn/tin-chinh-tri", "https://sonla.gov.vn/tin-van-hoa-xa-hoi")
