"""Huyện Krông Năng, Đắk Lắk. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class KrongNang(PortalSpider):
    name = "krongnang"
    title = "Huyện Krông Năng"
    unit = "huyện Krông Năng, Đắk Lắk"
    family = "portal_en_v5"
    listings = ("https://krongnang.daklak.gov.vn/tin-noi-bat.html",)
