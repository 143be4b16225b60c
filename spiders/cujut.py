"""Huyện Cư Jút, bản thử, Đắk Nông. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class CuJut(PortalSpider):
    name = "cujut"
    title = "Huyện Cư Jút, bản thử"
    unit = "huyện Cư Jút, Đắk Nông"
    family = "easywebhub"
    listings = ("http://cujut_demo.daknong.easywebhub.me/tin-tuc",)
    status = "gone"
