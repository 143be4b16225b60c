"""Hội Nhà báo tỉnh Thái Nguyên. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class NhaBaoThaiNguyen(PortalSpider):
    name = "nhabaothainguyen"
    title = "Hội Nhà báo tỉnh Thái Nguyên"
    unit = "tỉnh Thái Nguyên"
    family = "nukeviet"
    listings = ("https://hoinhabao.thainguyen.gov.vn/vi/search/?q=giao+ban",)
