"""Liferay as built for Bắc Ninh (thuanthanh): JSON listing, ids in the detail page."""

import re

from crawler.families.base import Family, Fields

FAMILY = Family(
    name="liferay_bacninh",
    tokens=frozenset({"contentDetailTitleId", "sapoDetailId", "contentDetail"}),
    signature=re.compile(r"/news/-/details/\d+/"),
    article=re.compile(r"/-/details/\d+/(?:[^/?#]*-)?(?P<key>\d+)(?:[?#/]|$)"),
    json_listing=True,
    fields=Fields(
        title=("#contentDetailTitleId",),
        sapo=("#sapoDetailId",),
        content=("#contentDetail",),
        stamp=("#dateDetailId", ".date-detail", ".detail-date"),
        author=("#authorDetailId",),
        source=("#sourceDetailId",),
    ),
)
