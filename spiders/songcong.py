"""Thành phố Sông Công, Thái Nguyên. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class SongCong(PortalSpider):
    name = "songcong"
    title = "Thành phố Sông Công"
    unit = "thành phố Sông Công, Thái Nguyên"
    family = "liferay"
    listings = ("https://songcong.thainguyen.gov.vn/tin-hoat-dong-cua-thanh-pho",)
    status = "gone"
