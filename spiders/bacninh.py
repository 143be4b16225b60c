"""Cổng thông tin điện tử tỉnh Bắc Ninh. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BacNinh(PortalSpider):
    name = "bacninh"
    title = "Cổng thông tin điện tử tỉnh Bắc Ninh"
    unit = "tỉnh Bắc Ninh"
    family = "liferay_bacninh"
    listings = ("https://bacninh.gov.vn/chinh-tri", "https://bacninh.gov.vn/kinh-te")
    legacy_tls = True
