"""Xã Sơn Tây Hạ, Quảng Ngãi. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class SonTayHa(PortalSpider):
    name = "sontayha"
    title = "Xã Sơn Tây Hạ"
    unit = "xã Sơn Tây Hạ, Quảng Ngãi"
    family = "vhv"
    listings = ("https://sontayha.quangngai.gov.vn/tin-tuc",)
