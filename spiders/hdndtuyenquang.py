"""Hội đồng nhân dân tỉnh Tuyên Quang. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class HdndTuyenQuang(PortalSpider):
    name = "hdndtuyenquang"
    title = "Hội đồng nhân dân tỉnh Tuyên Quang"
    unit = "tỉnh Tuyên Quang"
    listings = ("https://hdndtuyenquang.gov.vn/tin-hoat-dong/trang-1.html",)
