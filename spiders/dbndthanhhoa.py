"""Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh, Thanh Hóa. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class DbndThanhHoa(PortalSpider):
    name = "dbndthanhhoa"
    title = "Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh"
    unit = "tỉnh Thanh Hóa"
    family = "sharepoint_tandan"
    listings = ("https://dbndthanhhoa.gov.vn/portal/KenhTin/Hoi-dong-nhan-dan-tinh.aspx",)
