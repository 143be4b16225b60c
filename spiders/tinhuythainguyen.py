"""Tỉnh ủy Thái Nguyên. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class TinhUyThaiNguyen(PortalSpider):
    name = "tinhuythainguyen"
    title = "Tỉnh ủy Thái Nguyên"
    unit = "tỉnh Thái Nguyên"
    family = "nukeviet"
    listings = ("https://thainguyen.dcs.vn/xay-dung-dang/",)
