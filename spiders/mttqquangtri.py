"""Ủy ban Mặt trận Tổ quốc tỉnh Quảng Trị. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class MttqQuangTri(PortalSpider):
    name = "mttqquangtri"
    title = "Ủy ban Mặt trận Tổ quốc tỉnh Quảng Trị"
    unit = "tỉnh Quảng Trị"
    family = "nukeviet"
    listings = ("https://ubmttqvn.quangtri.gov.vn/index.php/search/?q=giao+ban",)
