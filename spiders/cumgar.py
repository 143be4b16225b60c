"""Huyện Cư M'gar, Đắk Lắk. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class CuMGar(PortalSpider):
    name = "cumgar"
    title = "Huyện Cư M'gar"
    unit = "huyện Cư M'gar, Đắk Lắk"
    family = "portal_en_v5"
    listings = ("https://cumgar.daklak.gov.vn/tin-noi-bat.html",)
