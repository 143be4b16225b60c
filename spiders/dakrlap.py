"""Huyện Đắk R'Lấp, Đắk Nông. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class DakRLap(PortalSpider):
    name = "dakrlap"
    title = "Huyện Đắk R'Lấp"
    unit = "huyện Đắk R'Lấp, Đắk Nông"
    family = "easywebhub"
    listings = ("http://dakrlap.daknong.gov.vn/tin-tuc",)
    status = "gone"
