"""Xã Nghĩa Trung, Đồng Nai. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class NghiaTrung(PortalSpider):
    name = "nghiatrung"
    title = "Xã Nghĩa Trung"
    unit = "xã Nghĩa Trung, Đồng Nai"
    family = "nukeviet"
    listings = ("https://nghiatrung.dongnai.gov.vn/vi/search/?q=giao+ban",)
