"""The sample portals misbehave on demand, and can be edited while they run."""

from __future__ import annotations

import http.client
import re
import ssl
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.forked import HANG
from tests.sample_portals import SampleArticle, SamplePortals
from tests.sample_portals.client import Client

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("mode", "status", "words"),
    [
        ("down", 502, "Bad Gateway"),
        ("forbidden", 403, "Forbidden"),
        ("challenge", 200, "D1N="),
        ("cloudrity", 200, "cloudrity"),
        ("gone", 404, "Không tìm thấy"),
        ("titleless", 200, "Tin liên quan"),
    ],
)
def test_modes_of_an_article(
    world: SamplePortals, client: Client, mode: str, status: int, words: str
) -> None:
    portal = world["laichau"]
    portal.mode = mode
    article = portal.articles[0]
    got, page, _ = client.get(article.url)
    assert got == status
    assert words in page
    assert article.paragraphs[0] not in page


def test_challenge_is_solved_by_its_cookie(world: SamplePortals, client: Client) -> None:
    portal = world["la34"]
    portal.mode, portal.mode_scope = "challenge", "articles"
    url = portal.articles[0].url
    _, stub, _ = client.get(url)
    assert len(stub) < 400
    cookie = re.findall(r'cookie="(D1N=\w+)"', stub)[0]
    assert portal.articles[0].title in client.get(url, Cookie=cookie)[1]
    assert "D1N" not in client.get("https://la34.com.vn/chinh-tri")[1]


def test_modes_of_a_connection(world: SamplePortals, client: Client) -> None:
    portal = world["la34"]
    url = portal.articles[0].url
    portal.mode = "truncated"
    with pytest.raises(http.client.IncompleteRead):
        client.get(url)
    portal.mode = "empty"
    assert '<article class="story">' not in client.get("https://la34.com.vn/chinh-tri")[1]
    portal.mode = "slow"
    portal.slow_by = 0.2
    assert client.get(url)[0] == 200
    portal.mode = "refused"
    with pytest.raises(OSError, match="502"):
        client.get(url)


def test_publishing_editing_removing(world: SamplePortals, client: Client) -> None:
    portal = world["la34"]
    new = SampleArticle(
        title="Họp giao ban đột xuất", key="99999", published_at="2024-05-01T08:00:00+07:00"
    )
    portal.add(new, front=False)
    assert new.title not in client.get("https://la34.com.vn/chinh-tri")[1]
    assert new.title in client.get("https://la34.com.vn/chinh-tri?page=3")[1]
    portal.remove("99999", status=410)
    assert client.get(new.url)[0] == 410
    portal.add(new)
    assert new.title in client.get("https://la34.com.vn/chinh-tri")[1]
    assert client.get(new.url)[0] == 200
    with pytest.raises(TypeError, match="no such field: titel"):
        portal.edit("99999", titel="")


def test_robots_and_log_and_the_rest_of_the_world(world: SamplePortals, client: Client) -> None:
    assert client.get("https://la34.com.vn/robots.txt")[1].startswith("User-agent: *")
    world["la34"].robots = "<html><body>Trang chủ</body></html>"
    assert client.get("https://la34.com.vn/robots.txt")[2].get_content_type() == "text/html"
    with pytest.raises(OSError, match="403"):
        client.get("https://example.com/")
    assert [(seen.host, seen.method, seen.status) for seen in world.requests] == [
        ("la34.com.vn", "GET", 200),
        ("la34.com.vn", "GET", 200),
        ("example.com", "CONNECT", 403),
    ]
    assert world.strangers == ["CONNECT https://example.com/"]
    world.strangers.clear()
    world.clear_requests()
    assert world.requests == []
    client.get("https://la34.com.vn/" + quote("không-có"))
    assert world.requests[0].status == 404


def test_old_tls_needs_a_client_that_lowers_its_guard(world: SamplePortals, client: Client) -> None:
    world["thuanthanh"].tls = "old"
    with pytest.raises(ssl.SSLError):
        client.get("https://thuanthanh.bacninh.gov.vn/news")
    client.tls.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning):
        client.tls.minimum_version = ssl.TLSVersion.TLSv1
    assert client.get("https://thuanthanh.bacninh.gov.vn/news")[0] == 200


@pytest.mark.slow
def test_command_line_hands_on_environment_and_exit_code() -> None:
    script = (
        "import os, sys; sys.exit(7 if os.environ['https_proxy'].startswith('http://127') else 1)"
    )
    module = [sys.executable, "-m", "tests.sample_portals", "--"]
    done = subprocess.run(
        [*module, sys.executable, "-c", script], cwd=ROOT, check=False, timeout=HANG
    )
    assert done.returncode == 7
