"""Each action carries its message to a server on loopback, or says in a line why not."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.alarms import __main__ as command
from crawler.alarms import actions, compose, deliver
from crawler.alarms.actions import Message, configured
from tests.monitors.stubs import Api, MailServer
from tests.sample_portals.certificates import Authority

MESSAGE = Message("Giao Ban: news of laichau", ("laichau: ok → broken: một & hai_ <ba>",))
MAIL = {
    "GIAOBAN_ALARM_EMAIL_TO": "an@example.vn, binh@example.vn",
    "GIAOBAN_SMTP_HOST": "127.0.0.1",
}
LOGIN = {
    "GIAOBAN_SMTP_HOST": "localhost",
    "GIAOBAN_SMTP_USER": "an",
    "GIAOBAN_SMTP_PASSWORD": "open sesame",
}
SLACK = {"GIAOBAN_SLACK_TOKEN": "xoxb-secret", "GIAOBAN_SLACK_CHANNEL": "C123"}
TELEGRAM = {"GIAOBAN_TELEGRAM_TOKEN": "7:secret", "GIAOBAN_TELEGRAM_CHAT": "-100"}


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[Api]:
    with Api() as server:
        monkeypatch.setattr(actions, "SLACK_API", server.url)
        monkeypatch.setattr(actions, "TELEGRAM_API", server.url)
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            monkeypatch.delenv(name, raising=False)
        yield server


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    found = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(found.bundle))
    return found


def test_mail() -> None:
    with MailServer() as server:
        assert deliver(MESSAGE, configured({**MAIL, "GIAOBAN_SMTP_PORT": str(server.port)}))
    [mail] = server.mails
    assert mail["Subject"] == "Giao Ban: news of laichau"
    assert mail["From"] == "an@example.vn"
    assert mail["To"] == "an@example.vn, binh@example.vn"
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content() == "laichau: ok → broken: một & hai_ <ba>\n"
    assert [c for c in server.commands if c.startswith("rcpt")] == [
        "rcpt TO:<an@example.vn>",
        "rcpt TO:<binh@example.vn>",
    ]


@pytest.mark.parametrize("implicit", [True, False])
def test_mail_with_a_password_over_tls(authority: Authority, implicit: bool) -> None:
    env = {**MAIL, **LOGIN, "GIAOBAN_ALARM_EMAIL_FROM": "Giao Ban <bot@example.vn>"}
    env |= {"GIAOBAN_SMTP_SECURITY": "ssl"} if implicit else {}
    with MailServer(authority.context("localhost"), implicit) as server:
        assert deliver(MESSAGE, configured({**env, "GIAOBAN_SMTP_PORT": str(server.port)}))
    assert server.mails[0]["From"] == "Giao Ban <bot@example.vn>"
    assert any(command.startswith("AUTH PLAIN") for command in server.commands)
    assert ("STARTTLS" in server.commands) != implicit


@pytest.mark.parametrize(
    ("security", "why"),
    [("none", "in clear"), ("tls", "one of ssl, starttls, none"), ("", "STARTTLS")],
)
def test_no_password_goes_in_clear(
    caplog: pytest.LogCaptureFixture, security: str, why: str
) -> None:
    with MailServer() as server:
        env = {**MAIL, **LOGIN, "GIAOBAN_SMTP_PORT": str(server.port)}
        assert not deliver(MESSAGE, configured({**env, "GIAOBAN_SMTP_SECURITY": security}))
    [line] = caplog.messages
    assert line.startswith("no alarm by Email: ")
    assert why in line
    assert not any(command.startswith("AUTH") for command in server.commands)


def test_a_certificate_nobody_signed_is_refused(
    authority: Authority, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with MailServer(authority.context("localhost")) as server:
        env = {**MAIL, **LOGIN, "GIAOBAN_SMTP_PORT": str(server.port)}
        assert not deliver(MESSAGE, configured(env))
    assert ssl.SSLCertVerificationError.__name__ in caplog.text
    assert not server.mails


def test_slack(api: Api) -> None:
    assert deliver(MESSAGE, configured(SLACK))
    [(path, headers, message)] = api.posts
    assert path == "/chat.postMessage"
    assert headers["Authorization"] == "Bearer xoxb-secret"
    assert message["channel"] == "C123"
    assert message["text"] == "laichau: ok → broken: một &amp; hai_ &lt;ba&gt;"


def test_telegram(api: Api) -> None:
    assert deliver(MESSAGE, configured(TELEGRAM))
    [(path, _, message)] = api.posts
    assert path == "/bot7:secret/sendMessage"
    assert message["chat_id"] == "-100"
    assert message["text"] == MESSAGE.lines[0]
    assert "parse_mode" not in message


def test_a_long_message_keeps_whole_lines_for_telegram(api: Api) -> None:
    lines = tuple(f"portal{n}: " + "dài " * 50 for n in range(60))
    assert deliver(Message("Giao Ban", lines), configured(TELEGRAM))
    kept = api.posts[0][2]["text"].split("\n")
    assert sum(map(len, kept)) + len(kept) <= 4096
    assert kept[-1] == "… and more"
    assert tuple(kept[:-1]) == lines[: len(kept) - 1]
    assert len(Message("", ("x" * 9999,)).text(4096)) <= 4096


@pytest.mark.parametrize(
    ("status", "answer", "why"),
    [
        (200, {"ok": False, "error": "channel_not_found"}, "channel_not_found"),
        (400, {"ok": False, "description": "Bad Request: chat not found"}, "chat not found"),
        (502, "<html>Bad Gateway</html>", "answered 502"),
    ],
)
def test_a_refusal_is_one_line_without_the_token(
    api: Api, caplog: pytest.LogCaptureFixture, status: int, answer: object, why: str
) -> None:
    api.status, api.answer = status, answer
    assert not deliver(MESSAGE, configured(SLACK | TELEGRAM))
    assert [line.split(":")[0] for line in caplog.messages] == [
        "no alarm by Slack",
        "no alarm by Telegram",
    ]
    assert all(why in line for line in caplog.messages)
    assert "secret" not in caplog.text


def test_one_action_that_fails_does_not_keep_the_others(
    api: Api, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = {**MAIL, "GIAOBAN_SMTP_PORT": "9"}
    assert deliver(MESSAGE, configured(nowhere | TELEGRAM))
    assert len(api.posts) == 1
    assert "no alarm by Email: ConnectionRefusedError" in caplog.text


def test_what_is_not_set_up_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    assert configured({}) == []
    assert configured(dict.fromkeys(MAIL | SLACK | TELEGRAM, "")) == []
    assert caplog.messages == []
    assert configured({"GIAOBAN_SLACK_TOKEN": "xoxb-secret"}) == []
    assert caplog.messages == ["no alarms by Slack: GIAOBAN_SLACK_CHANNEL is not set"]


def test_the_subject_names_a_few_portals() -> None:
    assert compose({"a": [], "b": []}) is None
    few = compose({"a": ["a: 1"], "b": [], "c": ["c: 1", "c: 2"]})
    assert few == Message("Giao Ban: news of a, c", ("a: 1", "c: 1", "c: 2"))
    many = compose({name: [f"{name}: 1"] for name in "abcde"})
    assert many is not None
    assert many.subject == "Giao Ban: news of a, b, c and 2 more"


def test_a_test_message(
    api: Api, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in MAIL | SLACK | TELEGRAM:
        monkeypatch.delenv(name, raising=False)
    assert command.main() == 1
    assert "no alarms are set up" in capsys.readouterr().err
    for name, value in SLACK.items():
        monkeypatch.setenv(name, value)
    assert command.main() == 0
    assert capsys.readouterr().out == "Giao Ban: test: sent\n"
    assert api.posts[0][2]["text"] == "Alarms of Giao Ban arrive here."
