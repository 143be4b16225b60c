"""Huyện Ea H'leo, Đắk Lắk. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class EaHLeo(PortalSpider):
    name = "eahleo"
    title = "Huyện Ea H'leo"
    unit = "huyện Ea H'leo, Đắk Lắk"
    family = "portal_en_v5"
    listings = ("https://eahleo.daklak.gov.vn/tin-noi-bat.html",)
