"""Thành phố Buôn Ma Thuột, Đắk Lắk. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BuonMaThuot(PortalSpider):
    name = "buonmathuot"
    title = "Thành phố Buôn Ma Thuột"
    unit = "thành phố Buôn Ma Thuột, Đắk Lắk"
    family = "portal_en_v5"
    listings = ("https://buonmathuot.daklak.gov.vn/tin-noi-bat.html",)
