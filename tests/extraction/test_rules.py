"""Every rule of every table on the example beside it; it alone decides it, so that none is idle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest

import crawler.extraction
from crawler.extraction.byline import RULES, Byline, _Line
from crawler.extraction.endings import SIGNS
from crawler.extraction.parts import Parts, find_parts
from crawler.extraction.rules import Rules
from crawler.extraction.section import RULES as SECTIONS
from crawler.extraction.spelled import Spelled
from crawler.families.index import Index
from crawler.markup.decode import parse
from crawler.vietnamese.letters import fold
from tests.extraction.kinds import report


def tables() -> Iterator[tuple[str, Rules]]:
    """Every table of the package, under its name."""
    for module in iter_modules(crawler.extraction.__path__, "crawler.extraction."):
        for name, table in vars(import_module(module.name)).items():
            if isinstance(table, Rules):
                yield name, table


def deciding(table: Rules, line: str) -> list[str]:
    """The rules of a table that decide a line, each asked alone."""
    return [
        rule
        for rule in table.examples
        if getattr(re.compile(rule, table.flags), table.how)(table.seen(line))
    ]


@pytest.mark.parametrize(
    "table", [pytest.param(table, id=name) for name, table in dict(tables()).items()]
)
def test_each_rule_alone_decides_its_example(table: Rules) -> None:
    decided = {rule: deciding(table, example) for rule, example in table.examples.items()}
    assert decided == {rule: [rule] for rule in table.examples}
    assert all(table.find(table.seen(example)) for example in table.examples.values())


def spelled() -> Iterator[tuple[str, Spelled]]:
    """Every table of words that only their accents tell from names."""
    for module in iter_modules(crawler.extraction.__path__, "crawler.extraction."):
        for name, table in vars(import_module(module.name)).items():
            if isinstance(table, Spelled):
                yield f"{name} {module.name.rpartition('.')[2]}", table


@pytest.mark.parametrize(
    "table", [pytest.param(table, id=name) for name, table in dict(spelled()).items()]
)
def test_each_spelled_rule_alone_decides_its_example(table: Spelled) -> None:
    alone = {rule: Spelled({rule: example}) for rule, example in table.examples.items()}
    decided = {
        example: [rule for rule, one in alone.items() if one.begins(example, strictly=True)]
        for example in table.examples.values()
    }
    assert decided == {example: [rule] for rule, example in table.examples.items()}


READ = {
    "Lê Na - Ảnh: Hữu Nghĩa": Byline(author="Lê Na"),
    "Tác giả: Lê Na, Nguồn: Báo Mẫu": Byline(author="Lê Na", source="Báo Mẫu"),
    "Tin, ảnh Lê Thị Na": Byline(author="Lê Thị Na"),
    "Viết bởi Lê Na": Byline(author="Lê Na"),
    "Theo Báo Mẫu": Byline(source="Báo Mẫu"),
    "www.mau.gov.vn (CTV)": Byline(author="CTV", source="www.mau.gov.vn"),
    "(Lê Na)": Byline(author="Lê Na"),
    "Lê Na (theo Báo Mẫu)": Byline(author="Lê Na", source="Báo Mẫu"),
    "Super User": Byline(),
    "Lê Na – Hữu Nghĩa": Byline(author="Lê Na – Hữu Nghĩa"),
}


@pytest.mark.parametrize(("number", "example"), [(n, e) for n, (_, e) in enumerate(RULES)])
def test_a_rule_for_bylines_reads_its_example_and_none_before_it_does(
    number: int, example: str
) -> None:
    line = _Line(example, fold(example), set_off=True, last=True)
    read = [rule(line) for rule, _ in RULES[: number + 1]]
    assert read == [None] * number + [READ[example]]


def parts_of(page: str) -> Parts:
    tree = parse(f"<html><body>{page}</body></html>")
    assert tree is not None
    return find_parts(Index(tree), None)


@pytest.mark.parametrize("rule", SECTIONS)
def test_a_rule_for_sections_alone_reads_its_example(rule: str) -> None:
    parts = parts_of(report(above=SECTIONS[rule][1]))
    assert [name for name, (read, _) in SECTIONS.items() if any(read(parts))] == [rule]


@pytest.mark.parametrize("rule", SIGNS)
def test_a_rule_for_signatures_alone_reads_its_example(rule: str) -> None:
    *_, before, last = parts_of(report(end=SIGNS[rule][1])).inside
    assert [name for name, (sign, _) in SIGNS.items() if sign(last, before)] == [rule]
