"""Huyện Đông Giang, Quảng Nam. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class DongGiang(PortalSpider):
    name = "donggiang"
    title = "Huyện Đông Giang"
    unit = "huyện Đông Giang, Quảng Nam"
    family = "webcenter"
    listings = ("https://donggiang.gov.vn/webcenter/portal/donggiang/pages_tin-tuc",)
    status = "gone"
