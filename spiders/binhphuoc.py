"""Cổng thông tin điện tử tỉnh Bình Phước. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class BinhPhuoc(PortalSpider):
    name = "binhphuoc"
    title = "Cổng thông tin điện tử tỉnh Bình Phước"
    unit = "tỉnh Bình Phước"
    family = "nukeviet"
    listings = ("https://binhphuoc.gov.vn/vi/news/tin-tuc-su-kien-421/",)
    status, successor = "moved", "dongnai"
