"""Two Scrapyd nodes crawl half the sample portals each; merged, they are as one machine."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from output.merge import merge
from tests.conftest import FAST, SAMPLED, Base
from tests.forked import HANG
from tests.output.machines import content
from tests.sample_portals import SamplePortals
from tests.sample_portals.world import OWN
from tests.scale.nodes import Node, build_egg, running

SETTINGS = [*FAST[1::2], f"SPIDER_MODULES={SAMPLED}", "EXTRACTION_PROCESSES=0"]
# When it was, which tells no machine from another, and what the portals themselves count.
TIMES = {"first_seen_at", "last_seen_at", "last_checked_at", "fetched_at", "settled_at"} | {
    *("started_at", "finished_at", "seen_at", "capture_offset", "views")
}
TABLES = (
    *("portals", "articles", "meetings", "chairs", "citations", "directives", "evidence"),
    *("images", "attachments", "revisions", "pages_seen", "listings", "runs", "captures"),
)


def facts(base: Base, only: Iterable[str] = TABLES) -> dict[str, list[str]]:
    """Return every row of every table, but for times and the numbers of runs."""
    return {
        table: sorted(_fact(table, row) for row in base.rows(f"SELECT * FROM {table}"))
        for table in only
    }


def _fact(table: str, row: dict[str, Any]) -> str:
    # Which of two categories answers first decides how far into the other one a walk goes.
    left = TIMES | ({"id", "stats", "requests", "responses"} if table == "runs" else set())
    if table == "listings" and row["entry"]:
        row["entry"] = json.loads(row["entry"])["url"]  # a form's state differs at every visit
    return json.dumps({n: v for n, v in row.items() if n not in left}, ensure_ascii=False)


@pytest.fixture(scope="module")
def egg(programs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_egg(programs, tmp_path_factory.mktemp("egg"))


@pytest.fixture
def nodes(programs: Path, egg: Path, tmp_path: Path, world: SamplePortals) -> list[Node]:
    return [Node(programs, tmp_path / name, world.env) for name in ("node1", "node2")]


def test_two_nodes_are_as_one_machine(
    nodes: list[Node], egg: Path, base: Base, world: SamplePortals, tmp_path: Path
) -> None:
    halves = OWN[:3], OWN[3:]
    with running(*nodes):
        for node, half in zip(nodes, halves, strict=True):
            node.deploy(egg)
            node.crawl(*half, settings=SETTINGS)
        for node in nodes:
            node.wait()
    one = Base(tmp_path / "one", world)
    one.folder.mkdir()
    one.run_anew("crawlall")
    sources = [str(node.database) for node in nodes]
    base.run("merge", *sources)
    merged, alone = facts(base), facts(one)
    for table in TABLES:
        assert merged[table] == alone[table], table
    assert len(merged["articles"]) == len(world.expected_giao_ban())
    before = content(base.path)
    base.run("merge", *sources)
    assert content(base.path) == before


def test_a_node_that_dies_half_way_is_resumed(
    nodes: list[Node], egg: Path, base: Base, world: SamplePortals
) -> None:
    node, portal = nodes[0], "thuathienhue"
    wanted = {pair for pair in world.expected_giao_ban() if pair[0] == portal}
    crawled = Base(node.folder, world)
    crawled.path = node.database
    with running(node):
        node.deploy(egg)
        node.crawl(portal, settings=[*SETTINGS, "DOWNLOAD_DELAY=0.3"])
        for _ in range(HANG * 20):
            if crawled.landed() >= 2:
                break
            time.sleep(0.05)
        node.kill()
        half = crawled.landed()
        assert 2 <= half < len(wanted)
        base.run("merge", str(node.database))
        assert base.landed() == half
        (run,) = base.rows("SELECT state FROM runs")
        assert run["state"] == "running"
        node.start()
        node.crawl(portal, settings=SETTINGS)
        node.wait()
    base.run("merge", str(node.database))
    assert base.landed() == len(wanted)
    assert facts(base, ["articles", "pages_seen"]) == facts(crawled, ["articles", "pages_seen"])
    states = [run["state"] for run in base.rows("SELECT state FROM runs ORDER BY id")]
    assert states == ["interrupted", "ok"]
    before = content(base.path)
    merge(base.path, node.database)
    assert content(base.path) == before
