"""Every rule of every table on the example beside it; it alone decides it, so that none is idle."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeVar

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
from tests.tables import table

T = TypeVar("T")


def declared(kind: type[T]) -> dict[str, T]:
    """Every set of rules of this kind in the package, under its name and its module's."""
    return {
        f"{name} {module.name.rpartition('.')[2]}": rules
        for module in iter_modules(crawler.extraction.__path__, "crawler.extraction.")
        for name, rules in vars(import_module(module.name)).items()
        if isinstance(rules, kind)
    }


RULE_SETS, SPELLED_SETS = declared(Rules), declared(Spelled)


def deciding(rules: Rules, line: str) -> list[str]:
    """The rules of a set that decide a line, each asked alone."""
    return [
        rule
        for rule in rules.examples
        if getattr(re.compile(rule, rules.flags), rules.how)(rules.seen(line))
    ]


@table("rules", RULE_SETS.values(), ids=RULE_SETS)
def test_each_rule_alone_decides_its_example(rules: Rules) -> None:
    decided = {rule: deciding(rules, example) for rule, example in rules.examples.items()}
    assert decided == {rule: [rule] for rule in rules.examples}
    assert all(rules.find(rules.seen(example)) for example in rules.examples.values())


@table("rules", SPELLED_SETS.values(), ids=SPELLED_SETS)
def test_each_spelled_rule_alone_decides_its_example(rules: Spelled) -> None:
    alone = {rule: Spelled({rule: example}) for rule, example in rules.examples.items()}
    decided = {
        example: [rule for rule, one in alone.items() if one.begins(example, strictly=True)]
        for example in rules.examples.values()
    }
    assert decided == {example: [rule] for rule, example in rules.examples.items()}


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


@table("number, example", [(n, e) for n, (_, e) in enumerate(RULES)])
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


@table("rule", SECTIONS)
def test_a_rule_for_sections_alone_reads_its_example(rule: str) -> None:
    parts = parts_of(report(above=SECTIONS[rule][1]))
    assert [name for name, (read, _) in SECTIONS.items() if any(read(parts))] == [rule]


@table("rule", SIGNS)
def test_a_rule_for_signatures_alone_reads_its_example(rule: str) -> None:
    *_, before, last = parts_of(report(end=SIGNS[rule][1])).inside
    assert [name for name, (sign, _) in SIGNS.items() if sign(last, before)] == [rule]
