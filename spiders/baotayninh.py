"""Báo và phát thanh, truyền hình Tây Ninh. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BaoTayNinh(PortalSpider):
    name = "baotayninh"
    title = "Báo và phát thanh, truyền hình Tây Ninh"
    unit = "tỉnh Tây Ninh"
    family = "press_a"
    listings = ("https://www.baotayninh.vn/thoi-su-chinh-tri/",)
