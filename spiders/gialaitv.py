"""Đài Phát thanh - Truyền hình Gia Lai. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class GiaLaiTv(PortalSpider):
    name = "gialaitv"
    title = "Đài Phát thanh - Truyền hình Gia Lai"
    unit = "tỉnh Gia Lai"
    family = "wordpress"
    listings = ("https://gialaitv.vn/category/tin-tuc/tin-dia-phuong/",)
