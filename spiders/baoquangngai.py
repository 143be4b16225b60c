"""Báo và phát thanh, truyền hình Quảng Ngãi. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BaoQuangNgai(PortalSpider):
    name = "baoquangngai"
    title = "Báo và phát thanh, truyền hình Quảng Ngãi"
    unit = "tỉnh Quảng Ngãi"
    listings = ("https://baoquangngai.vn/hoat-dong-cua-lanh-dao-tinh",)
    article = r"-(?P<key>\d+)\.htm(?:[?#]|$)"
