"""Ủy ban Mặt trận Tổ quốc tỉnh Ninh Thuận. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class MttqNinhThuan(PortalSpider):
    name = "mttqninhthuan"
    title = "Ủy ban Mặt trận Tổ quốc tỉnh Ninh Thuận"
    unit = "tỉnh Ninh Thuận"
    family = "sharepoint"
    listings = ("https://ninhthuan.gov.vn/chinhquyen/ubmttq/Pages/default.aspx",)
    status = "gone"
