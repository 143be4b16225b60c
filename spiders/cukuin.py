"""Huyện Cư Kuin, Đắk Lắk. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class CuKuin(PortalSpider):
    name = "cukuin"
    title = "Huyện Cư Kuin"
    unit = "huyện Cư Kuin, Đắk Lắk"
    family = "portal_en_v5"
    listings = ("https://cukuin.daklak.gov.vn/tin-noi-bat.html",)
