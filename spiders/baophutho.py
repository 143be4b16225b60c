"""Báo và phát thanh, truyền hình Phú Thọ. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoPhuTho(PortalSpider):
    name = "baophutho"
    title = "Báo và phát thanh, truyền hình Phú Thọ"
    unit = "tỉnh Phú Thọ"
    family = "baophutho"
    listings = ("https://baophutho.vn/phu-tho-24h", "https://baophutho.vn/xay-dung-dang")
