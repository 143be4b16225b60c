"""Báo và phát thanh, truyền hình Lào Cai. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BaoLaoCai(PortalSpider):
    name = "baolaocai"
    title = "Báo và phát thanh, truyền hình Lào Cai"
    unit = "tỉnh Lào Cai"
    family = "epi"
    listings = ("https://baolaocai.vn/search/?q=giao%20ban",)
