"""Ban Tuyên giáo Tỉnh ủy Đồng Tháp. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class BtgDongThap(PortalSpider):
    name = "btg_dongthap"
    title = "Ban Tuyên giáo Tỉnh ủy Đồng Tháp"
    unit = "tỉnh Đồng Tháp"
    family = "liferay"
    listings = ("https://btg.dongthap.gov.vn/web/btg",)
    status = "gone"
