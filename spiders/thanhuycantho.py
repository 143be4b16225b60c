"""Thành ủy Cần Thơ. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class ThanhUyCanTho(PortalSpider):
    name = "thanhuycantho"
    title = "Thành ủy Cần Thơ"
    unit = "thành phố Cần Thơ"
    family = "dotnetnuke"
    listings = ("https://thanhuycantho.vn/tin-tuc-su-kien",)
