"""Trung tâm văn hóa xã Bình Lư, Lai Châu. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class BinhLu(PortalSpider):
    name = "binhlu"
    title = "Trung tâm văn hóa xã Bình Lư"
    unit = "xã Bình Lư, Lai Châu"
    family = "nukeviet"
    listings = ("https://ttvhbinhlu.laichau.gov.vn/index.php/search/?q=giao+ban",)
