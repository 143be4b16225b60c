"""Báo và phát thanh, truyền hình Cần Thơ. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoCanTho(PortalSpider):
    name = "baocantho"
    title = "Báo và phát thanh, truyền hình Cần Thơ"
    unit = "thành phố Cần Thơ"
    family = "press_a"
    listings = ("https://baocantho.com.vn/thoi-su/", "https://baocantho.com.vn/chinh-tri/")
