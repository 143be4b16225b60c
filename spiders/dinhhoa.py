"""Huyện Định Hóa, Thái Nguyên. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class DinhHoa(PortalSpider):
    name = "dinhhoa"
    title = "Huyện Định Hóa"
    unit = "huyện Định Hóa, Thái Nguyên"
    family = "liferay"
    listings = ("http://dinhhoa.thainguyen.gov.vn/tin-hoat-dong-cua-huyen",)
    status = "gone"
