"""The weekly digest: what is new in the chosen provinces, by e-mail as the alarms are."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from crawler import clock
from crawler.alarms import digest
from output.digest import gather
from tests.alarms.stubs import MailServer
from tests.output.datasette import cases

WEEK = ("2025-02-25T00:00:00+07:00", "2025-03-04T00:00:00+07:00")  # all were seen on 1 March


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = cases.build(tmp_path_factory.mktemp("digest") / "kho.db")
    db = Database(path)
    db.execute("UPDATE directives SET due_on = '2025-03-10' WHERE text = 'mua thuốc'")
    db.execute(
        "UPDATE articles SET first_seen_at = '2025-01-01T00:00:00+07:00' WHERE url LIKE '%nb1%'"
    )
    db.conn.commit()
    db.close()
    return path


@pytest.fixture
def path(built: Path, tmp_path: Path) -> Path:
    """A copy of a test's own."""
    return Path(shutil.copy(built, tmp_path))


def test_what_is_new_and_what_falls_due(path: Path) -> None:
    news = gather(Database(path), *WEEK, "2025-03-18")
    titles = {row["title"] for row in news.meetings}
    assert {"Giao ban nb4", "Giao ban hue1"} <= titles
    assert not titles & {"Giao ban nb1", "Giao ban nd1"}  # seen before; from an archive
    assert [row["text"] for row in news.coming] == ["mua thuốc"]
    message = digest.compose(news, "https://giaoban.example.vn/")
    assert message is not None
    assert message.subject == "Giao Ban: 8 hội nghị, 7 chỉ đạo mới, 25/02/2025 – 04/03/2025"
    text = message.text
    assert "[Ninh Bình] 01/07/2024 Giao ban nb4\n  Chủ trì: Trần Văn Hà, Lê Thị Lan\n" in text
    assert "[Ninh Bình] Hạn 15/07/2024: Sở Tài chính: báo cáo nợ đọng (Trần Văn Hà)" in text
    assert "[Ninh Bình] Hạn cuối năm: Sở Xây dựng; Sở Nội vụ: rà soát quy hoạch" in text
    url = "https%3A%2F%2Fninhbinh.example.vn%2Ftin%2Fnb4.html"
    assert f"  https://giaoban.example.vn/bai?url={url}" in text
    assert text.index("HỘI NGHỊ MỚI") < text.index("CHỈ ĐẠO MỚI") < text.index("SẮP ĐẾN HẠN")
    assert "SẮP ĐẾN HẠN, tới 18/03/2025\n\n[Thành phố Huế] Hạn 10/03/2025: Bệnh viện" in text


def test_what_a_portal_wrote_is_no_command_to_a_terminal(path: Path) -> None:
    db = Database(path)
    db.execute("UPDATE articles SET title = ?", ["\x1b]0;x\x07[/b] giao\u202eban\nGiả"])
    db.conn.commit()
    message = digest.compose(gather(db, *WEEK, "2025-03-18"))
    assert message is not None
    assert "[Ninh Bình] 01/07/2024 ]0;x [/b] giao ban Giả\n" in message.text
    assert all(line.isprintable() for line in message.lines)


def test_a_long_list_says_how_much_is_left_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digest, "MOST", 3)
    message = digest.compose(gather(Database(path), *WEEK, "2025-03-18"))
    assert message is not None
    assert "… và 5 nữa" in message.lines and "… và 4 nữa" in message.lines


def test_provinces_are_chosen_in_any_spelling_of_any_time(path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"id": "a", "province": "Nam Định", "province_now": "Ninh Bình"},
        {"id": "b", "province": "Thừa Thiên Huế", "province_now": "Thành phố Huế"},
        {"id": "c", "province": None, "province_now": None},
    ]
    assert digest.chosen(rows, "nam dinh") == ["a"]
    assert digest.chosen(rows, "TP. Huế, Ninh Bình") == ["a", "b"]
    assert digest.chosen(rows, None) is None and digest.chosen(rows, " ") is None
    with pytest.raises(ValueError, match="'Atlantis' is no province"):
        digest.chosen(rows, "Huế, Atlantis")


def test_it_is_sent_to_its_own_readers(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: WEEK[1])
    with MailServer() as server:
        mail_to = f"mailto://127.0.0.1:{server.port}?from=bot@example.vn&to="
        env = {
            "GIAOBAN_DIGEST_URLS": f"{mail_to}ban-tin@example.vn",
            "GIAOBAN_DIGEST_PROVINCES": "Huế",
            "GIAOBAN_ALARM_URLS": f"{mail_to}truc@example.vn",
        }
        assert digest.main([str(path)], env) == 0
    [mail] = server.mails
    assert mail["To"] == "ban-tin@example.vn"
    assert "mua thuốc" in mail.get_content() and "Ninh Bình" not in mail.get_content()


def test_it_is_mailed_through_the_server_of_the_alarms(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: WEEK[1])
    with MailServer() as server:
        mail_to = f"mailto://127.0.0.1:{server.port}?from=bot@example.vn&cc=sep@example.vn&to="
        env = {
            "GIAOBAN_DIGEST_TO": "ban-tin@example.vn, an@example.vn;",
            "GIAOBAN_ALARM_URLS": f"json://127.0.0.1:9 {mail_to}truc@example.vn",
        }
        assert digest.main([str(path)], env) == 0
        both = {**env, "GIAOBAN_DIGEST_URLS": f"{mail_to}phong@example.vn"}
        assert digest.main([str(path)], both) == 0
    first, second = server.mails[:2], server.mails[2:]
    assert sorted(mail["To"].addresses[0].addr_spec for mail in first) == [
        "an@example.vn",
        "ban-tin@example.vn",
    ]
    assert all(mail["Cc"] is None and mail["From"].addresses[0].addr_spec == "bot@example.vn"
               for mail in first)  # fmt: skip
    assert "HỘI NGHỊ MỚI" in first[0].get_content()
    assert len(second) == 3 and any("phong@example.vn" in str(mail["To"]) for mail in second)


@pytest.mark.parametrize(
    ("env", "code", "words"),
    [
        ({}, 2, "neither GIAOBAN_DIGEST_TO nor GIAOBAN_DIGEST_URLS names an address"),
        ({"GIAOBAN_DIGEST_TO": "an@example.vn"}, 2, "GIAOBAN_ALARM_URLS names no e-mail server"),
        (
            {
                "GIAOBAN_DIGEST_TO": "an@example.vn, binh",
                "GIAOBAN_ALARM_URLS": "mailto://127.0.0.1?from=bot@example.vn&to=an@example.vn",
            },
            2,
            "GIAOBAN_DIGEST_TO: the address 2 is no e-mail address",
        ),
        ({"GIAOBAN_DIGEST_PROVINCES": "Atlantis"}, 2, "no province"),
        ({"GIAOBAN_DIGEST_PROVINCES": "Cà Mau"}, 0, "nothing new"),
    ],
)
def test_what_is_wrong_is_one_line(
    path: Path,
    env: dict[str, str],
    code: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(clock, "now", lambda: WEEK[1])
    assert digest.main([str(path)], env) == code
    printed = capsys.readouterr()
    assert words in printed.out + printed.err and (printed.out + printed.err).count("\n") == 1


def test_it_can_be_looked_at_first(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(clock, "now", lambda: WEEK[1])
    assert digest.main([str(path), "--show"], {}) == 0
    assert "HỘI NGHỊ MỚI" in capsys.readouterr().out
    assert digest.main([str(path.with_name("khong.db"))], {}) == 2
