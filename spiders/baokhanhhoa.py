"""Báo và phát thanh, truyền hình Khánh Hòa. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BaoKhanhHoa(PortalSpider):
    name = "baokhanhhoa"
    title = "Báo và phát thanh, truyền hình Khánh Hòa"
    unit = "tỉnh Khánh Hòa"
    family = "press_hash"
    listings = ("https://baokhanhhoa.vn/chinh-tri/",)
