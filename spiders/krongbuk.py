"""Huyện Krông Búk, Đắk Lắk. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class KrongBuk(PortalSpider):
    name = "krongbuk"
    title = "Huyện Krông Búk"
    unit = "huyện Krông Búk, Đắk Lắk"
    family = "portal_en_v5"
    listings = ("https://krongbuk.daklak.gov.vn/tin-noi-bat.html",)
