"""Who may read an answer, how long it is kept, and that text is sent packed."""

from __future__ import annotations

import re

from tests.output.datasette.conftest import Inside


def test_data_is_open_to_programs_of_other_sites(published: Inside) -> None:
    own = ("/giao_ban.json", "/latest.atom", ".csv?sql=select+1", ".json?sql=select+absent")
    for path in ("/tim.json", *(f"/{published.name}{end}" for end in own)):
        answer = published.get(path)
        assert answer.headers["access-control-allow-origin"] == "*", path
    assert "access-control-allow-origin" not in published.get("/").headers


def test_style_is_kept_for_good_under_an_address_that_names_it(published: Inside) -> None:
    link = re.search(r'href="(/static/site\.css\?v=\w{12})"', published.get("/").text)
    assert link
    answer = published.get(link[1])
    assert answer.status == 200 and "immutable" in answer.headers["cache-control"]
    assert "immutable" not in published.get("/static/site.css").headers["cache-control"]
    assert "immutable" not in published.get("/").headers.get("cache-control", "")


def test_text_is_packed_for_whoever_takes_it(published: Inside) -> None:
    for path in ("/", "/static/site.css", f"/{published.name}/giao_ban.json", "/tim.csv"):
        packed = published.ask(path, {"accept-encoding": "gzip"})
        assert packed.headers["content-encoding"] == "gzip", path
        assert packed.num_bytes_downloaded < len(packed.content) / 2
        whole = published.ask(path, {"accept-encoding": "identity"})
        assert "content-encoding" not in whole.headers
