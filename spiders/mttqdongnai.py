"""Ủy ban Mặt trận Tổ quốc tỉnh Đồng Nai. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class MttqDongNai(PortalSpider):
    name = "mttqdongnai"
    title = "Ủy ban Mặt trận Tổ quốc tỉnh Đồng Nai"
    unit = "tỉnh Đồng Nai"
    family = "sharepoint"
    listings = ("https://ubmttq.dongnai.gov.vn/",)
