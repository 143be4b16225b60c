"""Xã Hòa Lạc, An Giang. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class HoaLacAnGiang(PortalSpider):
    name = "hoalac_angiang"
    title = "Xã Hòa Lạc"
    unit = "xã Hòa Lạc, An Giang"
    family = "drupal"
    listings = ("https://hoalac.angiang.gov.vn/",)
