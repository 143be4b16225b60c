"""thuanthanh: Thuận Thành, a town of Bắc Ninh dissolved on 1 July 2025."""

from crawler.portals.liferay_bacninh import LiferayBacNinhSpider


class ThuanThanh(LiferayBacNinhSpider):
    name = "thuanthanh"
    title = "Cổng thông tin điện tử thị xã Thuận Thành"
    host = "thuanthanh.bacninh.gov.vn"
    unit = "thị xã Thuận Thành, Bắc Ninh"
    level = "district"
    province = "Bắc Ninh"
    province_now = "Bắc Ninh"
    latitude, longitude = 21.0486, 106.0847
    listings = ("https://thuanthanh.bacninh.gov.vn/news",)
    legacy_tls = True
