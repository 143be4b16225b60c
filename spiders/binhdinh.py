"""Cổng thông tin điện tử tỉnh Bình Định. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class BinhDinh(PortalSpider):
    name = "binhdinh"
    title = "Cổng thông tin điện tử tỉnh Bình Định"
    unit = "tỉnh Bình Định"
    family = "vhv"
    listings = ("https://binhdinh.gov.vn/tin-tuc/tin-tuc-thoi-su",)
    status, successor = "moved", "gialai"
