"""Text as a reader sees it: what is invisible, private or escaped twice decides nothing."""

from __future__ import annotations

from crawler.vietnamese.letters import clean, fold, has_accents
from tests.tables import table

INVISIBLE = (
    *("\x00", "\x7f", "\u00ad", "\u034f", "\u061c", "\u180e", "\u200b", "\u200d", "\u200e"),
    *("\u202a", "\u202e", "\u2060", "\u2068", "\ufe0f", "\ufeff", "\ufffc", "\ud83d"),
)


@table("mark", INVISIBLE)
def test_what_no_reader_sees_is_not_kept(mark: str) -> None:
    assert clean(f"giao{mark} ban{mark}") == "giao ban"


@table(
    "typed, seen",
    [
        ("H&#7897;i ngh&amp;#x1ECB; &quot;giao&nbsp;ban&quot;", 'Hội nghị "giao ban"'),
        ("qu&yacute; &amp;amp;amp;Agrave;", "quý À"),
        ("&lt; 5 % &amp;", "< 5 % &"),
        ("R&D, &foo; AT&T; a & b &", "R&D, &foo; AT&T; a & b &"),
        ("&amp;foo;", "&foo;"),
    ],
)
def test_references_escaped_twice_are_read(typed: str, seen: str) -> None:
    assert clean(typed) == seen
    assert clean(seen) == seen


@table(
    "typed, seen",
    [
        ("\uf0b7 Việc thứ nhất", "Việc thứ nhất"),
        ("\uf0d8\u00a0\uf02d Việc\uf0a7khác", "Việc khác"),
        ("2024\x962025", "2024–2025"),
        ("\x93giao ban\x94", "“giao ban”"),
        ("Ho\u0323p  giao\u00a0\n\tban", "Họp giao ban"),
    ],
)
def test_glyphs_spaces_and_composition(typed: str, seen: str) -> None:
    assert clean(typed) == seen


def test_folding_keeps_offsets_and_knows_d() -> None:
    assert fold("ĐẢNG ủy Ðắk") == "dang uy dak"
    assert has_accents("đ")
    assert not has_accents("dang uy")
