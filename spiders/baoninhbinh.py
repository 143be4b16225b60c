"""Báo và phát thanh, truyền hình Ninh Bình. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BaoNinhBinh(PortalSpider):
    name = "baoninhbinh"
    title = "Báo và phát thanh, truyền hình Ninh Bình"
    unit = "tỉnh Ninh Bình"
    family = "baoninhbinh"
    listings = ("https://baoninhbinh.org.vn/s/giao%20ban?page=1",)
