"""Quận 4, Hồ Chí Minh. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class Quan4(PortalSpider):
    name = "quan4"
    title = "Quận 4"
    unit = "quận 4, Hồ Chí Minh"
    family = "sharepoint_lacviet"
    listings = ("https://quan4.hochiminhcity.gov.vn/tintuc/default.aspx",)
    status = "gone"
