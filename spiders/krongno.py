"""Huyện Krông Nô, Đắk Nông. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class KrongNo(PortalSpider):
    name = "krongno"
    title = "Huyện Krông Nô"
    unit = "huyện Krông Nô, Đắk Nông"
    family = "easywebhub"
    listings = ("http://krongno.daknong.gov.vn/tin-tuc",)
    status = "gone"
