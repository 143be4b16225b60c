"""Tỉnh đoàn Tây Ninh. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class TinhDoanTayNinh(PortalSpider):
    name = "tinhdoantayninh"
    title = "Tỉnh đoàn Tây Ninh"
    unit = "tỉnh Tây Ninh"
    family = "nukeviet"
    listings = ("https://tinhdoan.tayninh.gov.vn/vi/news/tin-hoat-dong/",)
