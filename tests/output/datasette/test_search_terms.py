"""Searching: any input is a valid question, and the words are found where they stand."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from output.datasette.search_terms import (
    Piece,
    closeness,
    excerpt,
    marked,
    match_expression,
    question,
)

ODD = [
    *('"', '""', "AND", "*", "(đảng", "", " ", "a" * 10_000, '"mở ngoặc', "NEAR(a b)", "title:x"),
    *(
        "-",
        "^a",
        "a AND",
        "đ",
        "12/KH-UBND",
        "\x00",
        "9" * 30,
        "{title} : x",
        "'; DROP TABLE articles --",
    ),
]


@pytest.mark.parametrize("text", ODD)
def test_any_input_is_a_valid_question(published_db: Path, text: str) -> None:
    db = sqlite3.connect(f"file:{published_db}?mode=ro", uri=True)
    sql = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH ?"
    assert db.execute(sql, [match_expression(question(text))]).fetchone()[0] >= 0
    db.close()


@pytest.mark.parametrize(
    "text", ["hội nghị giao ban quý I", "hoi nghi giao ban quy i", "HỘI NGHỊ Giao Ban Quý I"]
)
def test_accents_and_case_do_not_matter(published_db: Path, text: str) -> None:
    db = sqlite3.connect(f"file:{published_db}?mode=ro", uri=True)
    sql = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH ?"
    assert db.execute(sql, [match_expression(question(text))]).fetchone()[0] == 10
    db.close()


def test_both_letters_d_find_each_other(published_db: Path) -> None:
    db = sqlite3.connect(f"file:{published_db}?mode=ro", uri=True)
    sql = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH ?"
    counts = [
        db.execute(sql, [match_expression(question(text))]).fetchone()[0]
        for text in ("đồng chí", "dong chi", '"đồng chí"', '"dong chi"')
    ]
    assert len(set(counts)) == 1 and counts[0] > 30
    db.close()


@pytest.mark.parametrize("typed", ["UBND tỉnh", "Ủy ban nhân dân tỉnh", "uy ban nhan dan tinh"])
def test_an_office_is_found_under_either_name(typed: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE told USING fts5(said, tokenize='unicode61')")
    told = ["UBND tỉnh họp", "Uy ban nhan dan tinh hop", "Nhân dân tỉnh ủng hộ", "Uy ban nhan dan"]
    db.executemany("INSERT INTO told VALUES (?)", [(text.replace("ỉ", "i"),) for text in told])
    sql = "SELECT rowid FROM told WHERE told MATCH ?"
    found = db.execute(sql, [match_expression(question(typed))]).fetchall()
    assert found == [(1,), (2,)]
    db.close()


def test_the_other_name_is_marked_too() -> None:
    assert marks(marked("UBND tỉnh họp", question("ủy ban nhân dân"))) == ["UBND"]
    assert marks(marked("Ủy ban nhân dân tỉnh", question("UBND"))) == ["Ủy ban nhân dân"]
    assert marks(marked("Nhân dân xã Ban Ủy", question("UBND"))) == []
    assert question('"ủy ban nhân dân"').phrases == question("ủy ban nhân dân").phrases


def marks(pieces: list[Piece]) -> list[str]:
    return [text for text, hit in pieces if hit]


def test_marks_stand_in_the_original_text() -> None:
    text = "Đảng ủy Đồng Tháp họp giao ban"
    assert marks(marked(text, question("dang uy giao ban"))) == ["Đảng ủy", "giao ban"]
    assert "".join(t for t, _ in marked(text, question("dang"))) == text


def test_words_typed_with_accents_are_marked_as_typed() -> None:
    text = "Giao ban công tác tuyên giáo, bạn đọc hỏi"
    assert marks(marked(text, question("giao ban quý"))) == ["Giao ban"]
    assert marks(marked(text, question("giao ban"))) == ["Giao ban", "giáo", "bạn"]


def test_a_text_without_accents_is_marked_for_a_question_with_them() -> None:
    assert marks(marked("Hoi nghi giao ban", question("hội nghị"))) == ["Hoi nghi"]


def test_phrases_are_marked_whole() -> None:
    text = "Kế hoạch số 118/KH-UBND của UBND tỉnh"
    assert marks(marked(text, question("118/KH-UBND"))) == ["118/KH-UBND"]
    assert marks(marked(text, question('"ke hoach so"'))) == ["Kế hoạch số"]


def test_the_excerpt_is_where_most_words_meet() -> None:
    text = "giao " * 3 + "việc khác " * 60 + "hội nghị giao ban quý I " + "việc khác " * 60
    pieces = excerpt(text, question("giao ban quy i"))
    assert "giao ban quý I" in marks(pieces)
    assert len("".join(t for t, _ in pieces)) < 300


def test_a_title_that_says_it_as_typed_is_closest() -> None:
    asked = question("bàn việc")
    titles = ("Họp bàn việc", "Ban viec", "Việc bàn giao")
    assert [closeness(title, asked) for title in titles] == [2, 1, 0]
    assert closeness("Họp bàn việc", question("ban viec")) == 1
