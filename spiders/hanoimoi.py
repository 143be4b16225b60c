"""Hànộimới, Hà Nội. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class Hanoimoi(PortalSpider):
    name = "hanoimoi"
    title = "Hànộimới"
    unit = "thành phố Hà Nội"
    family = "onecms"
    listings = ("https://hanoimoi.vn/chinh-tri", "https://hanoimoi.vn/xa-hoi")
