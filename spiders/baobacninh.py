"""Báo và phát thanh, truyền hình Bắc Ninh. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoBacNinh(PortalSpider):
    name = "baobacninh"
    title = "Báo và phát thanh, truyền hình Bắc Ninh"
    unit = "tỉnh Bắc Ninh"
    family = "baobacninh"
    listings = ("https://baobacninhtv.vn/chinh-tri", "https://baobacninhtv.vn/xay-dung-dang")
