"""Cổng thông tin điện tử Thành phố Hồ Chí Minh. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class HoChiMinhCity(PortalSpider):
    name = "hochiminhcity"
    title = "Cổng thông tin điện tử Thành phố Hồ Chí Minh"
    unit = "thành phố Hồ Chí Minh"
    family = "liferay"
    listings = ("https://hochiminhcity.gov.vn/tin-t%E1%BB%A9c-s%E1%BB%B1-ki%E1%BB%87n-all-",)
    legacy_tls = True
