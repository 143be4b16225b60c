"""Báo và phát thanh, truyền hình Thanh Hóa. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoThanhHoa(PortalSpider):
    name = "baothanhhoa"
    title = "Báo và phát thanh, truyền hình Thanh Hóa"
    unit = "tỉnh Thanh Hóa"
    family = "baothanhhoa"
    listings = ("https://baothanhhoa.vn/thoi-su", "https://baothanhhoa.vn/xay-dung-dang")
