"""Who may read an answer, how long it is kept, and that text is sent packed."""

from __future__ import annotations

import gzip
import re
import urllib.request

from tests.forked import HANG
from tests.output.datasette.conftest import Site


def test_data_is_open_to_programs_of_other_sites(served: Site) -> None:
    own = ("/giao_ban.json", "/latest.atom", ".csv?sql=select+1", ".json?sql=select+absent")
    for path in ("/tim.json", *(f"/{served.name}{end}" for end in own)):
        answer = served.get(path)
        assert answer.headers["access-control-allow-origin"] == "*", path
    assert "access-control-allow-origin" not in served.get("/").headers


def test_style_is_kept_for_good_under_an_address_that_names_it(served: Site) -> None:
    found = re.search(r'href="(/static/site\.css\?v=\w{12})"', served.get("/").text)
    assert found
    answer = served.get(found[1])
    assert answer.status == 200 and "immutable" in answer.headers["cache-control"]
    assert "immutable" not in served.get("/static/site.css").headers["cache-control"]
    assert "immutable" not in served.get("/").headers.get("cache-control", "")


def test_text_is_packed_for_whoever_takes_it(served: Site) -> None:
    for path in ("/", "/static/site.css", f"/{served.name}/giao_ban.json", "/tim.csv"):
        asked = urllib.request.Request(served.base + path, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked, timeout=HANG) as answer:
            assert answer.headers["content-encoding"] == "gzip", path
            packed = answer.read()
        whole = served.get(path)
        assert "content-encoding" not in whole.headers
        assert len(packed) < len(gzip.decompress(packed)) / 2
