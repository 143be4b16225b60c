"""Ủy ban Mặt trận Tổ quốc tỉnh Tây Ninh. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class MttqTayNinh(PortalSpider):
    name = "mttqtayninh"
    title = "Ủy ban Mặt trận Tổ quốc tỉnh Tây Ninh"
    unit = "tỉnh Tây Ninh"
    family = "nukeviet"
    listings = ("https://mattrantoquoc.tayninh.gov.vn/vi/search/?q=giao+ban",)
