"""Báo và phát thanh, truyền hình Long An. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class La34(PortalSpider):
    name = "la34"
    title = "Báo và phát thanh, truyền hình Long An"
    family = "mediatech"
    unit = "tỉnh Long An"
    listings = ("https://la34.com.vn/chinh-tri", "https://la34.com.vn/thoi-su")
