"""Certificates: verified, unless a portal declares old TLS or the operator says otherwise."""

from __future__ import annotations

from tests.conftest import Base
from tests.sample_portals import SamplePortals

# The listings' newest page, no article: whether a portal can be reached is all that matters.
LISTINGS = ("-a", "until=1999-01-01", "-a", "max_pages=1", "-s", "RETRY_TIMES=0")


def states(base: Base) -> dict[str, str]:
    rows = base.rows("SELECT portal, state FROM runs ORDER BY id")
    return {row["portal"]: row["state"] for row in rows}


def test_an_untrusted_certificate_makes_a_portal_unreachable(
    base: Base, world: SamplePortals
) -> None:
    del world.env["SSL_CERT_FILE"]
    base.run("crawlall", "laichau", "thuanthanh", *LISTINGS)
    # thuanthanh declares a chain that does not verify.
    assert states(base) == {"laichau": "unreachable", "thuanthanh": "no-news"}
    (run,) = base.rows("SELECT reason FROM runs WHERE portal = 'laichau'")
    assert "certificate does not verify" in run["reason"]


def test_the_operator_may_switch_verification_off(base: Base, world: SamplePortals) -> None:
    del world.env["SSL_CERT_FILE"]
    names = ("laichau", "thuanthanh")
    base.run("crawlall", *names, *LISTINGS, "-s", "DOWNLOAD_VERIFY_CERTIFICATES=False")
    assert states(base) == dict.fromkeys(names, "no-news")


def test_old_tls_is_spoken_where_declared_and_nowhere_else(
    base: Base, world: SamplePortals
) -> None:
    world["thuanthanh"].tls = "old"
    world["laichau"].tls = "old"
    base.run("crawlall", "laichau", "thuanthanh", "la34", *LISTINGS)
    assert states(base) == {"laichau": "unreachable", "thuanthanh": "no-news", "la34": "no-news"}
