"""Báo và phát thanh, truyền hình Cao Bằng. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoCaoBang(PortalSpider):
    name = "baocaobang"
    title = "Báo và phát thanh, truyền hình Cao Bằng"
    unit = "tỉnh Cao Bằng"
    family = "mediatech"
    listings = ("https://baocaobang.vn/Thoi-su", "https://baocaobang.vn/chinh-tri")
