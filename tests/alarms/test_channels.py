"""Each address carries its message to a server on loopback, or says in a line why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from apprise.plugins.slack import NotifySlack
from apprise.plugins.telegram import NotifyTelegram

from crawler.alarms import __main__ as command
from crawler.alarms import compose
from crawler.alarms.channels import Message, channels, deliver
from tests.alarms.stubs import Api, MailServer
from tests.sample_portals.certificates import Authority

MESSAGE = Message(
    "Giao Ban: news of laichau", ("laichau: ok → broken: một & hai_ <ba> [/b]", "la34: *bốn*")
)
TEXT = "laichau: ok → broken: một & hai_ <ba> [/b]\nla34: *bốn*"
TOKEN = "71234567:AAF-bi-mat-bi-mat-bi-mat-bi-mat-012"
TELEGRAM = f"tgram://{TOKEN}/-100123"
SLACK = "slack://T1JHVT3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ"


def env(*urls: str) -> dict[str, str]:
    return {"GIAOBAN_ALARM_URLS": "\n".join(urls) + "\n"}


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[Api]:
    with Api() as server:
        monkeypatch.setattr(NotifySlack, "webhook_url", f"{server.url}/services")
        monkeypatch.setattr(NotifyTelegram, "notify_url", f"{server.url}/bot")
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            monkeypatch.delenv(name, raising=False)
        yield server


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    signer = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(signer.bundle))
    return signer


def mail_to(
    server: MailServer, scheme: str = "mailto", login: str = "", host: str = "127.0.0.1"
) -> str:
    people = "to=an@example.vn,binh@example.vn&from=bot@example.vn"
    return f"{scheme}://{login}{host}:{server.port}?{people}"


def test_mail() -> None:
    with MailServer() as server:
        assert deliver(MESSAGE, channels(env(mail_to(server))))
    assert {mail["To"] for mail in server.mails} == {"an@example.vn", "binh@example.vn"}
    mail = server.mails[0]
    assert mail["Subject"] == "Giao Ban: news of laichau"
    assert "bot@example.vn" in mail["From"]
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content().strip() == TEXT


@pytest.mark.parametrize("mode", ["starttls", "ssl"])
def test_mail_with_a_password_over_tls(authority: Authority, mode: str) -> None:
    with MailServer(authority.context("localhost"), implicit=mode == "ssl") as server:
        url = mail_to(server, "mailtos", "an:mo-ra-vung-oi@", "localhost") + f"&mode={mode}"
        assert deliver(MESSAGE, channels(env(url)))
    assert any(command.startswith("AUTH") for command in server.commands)
    assert ("STARTTLS" in map(str.upper, server.commands)) == (mode == "starttls")


def test_no_password_goes_in_clear(caplog: pytest.LogCaptureFixture) -> None:
    with MailServer() as server:
        assert channels(env(mail_to(server, "mailto", "an:mo-ra-vung-oi@"))) == []
        assert not deliver(MESSAGE, channels(env(mail_to(server, "mailtos", "an:mo-ra-vung-oi@"))))
    assert "in clear" in caplog.messages[0]
    assert not any(command.startswith("AUTH") for command in server.commands)
    assert "vung" not in caplog.text


def test_a_certificate_nobody_signed_is_refused(
    authority: Authority, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with MailServer(authority.context("localhost")) as server:
        url = mail_to(server, "mailtos", "an:mo-ra-vung-oi@", "localhost")
        assert not deliver(MESSAGE, channels(env(url)))
    assert not server.mails
    assert [line.split(":")[0] for line in caplog.messages] == ["no alarm by E-Mail"]


def test_slack_and_telegram_and_json(api: Api) -> None:
    api.answer = "ok"
    urls = (SLACK, TELEGRAM, f"json://127.0.0.1:{api.port}/giao-ban")
    assert deliver(MESSAGE, channels(env(*urls)))
    slack, telegram, json = (body for _, _, body in api.posts)
    assert "hai_" in str(slack)
    assert telegram["parse_mode"] == "HTML"
    assert "một &amp; hai_ &lt;ba&gt; [/b]" in telegram["text"]
    assert telegram["chat_id"] == -100123
    assert json["message"] == TEXT
    assert json["title"] == "Giao Ban: news of laichau"


def test_a_long_message_arrives_whole(api: Api) -> None:
    api.answer = {"ok": True}
    lines = tuple(f"portal{n}: " + "dài " * 50 for n in range(60))
    assert deliver(Message("Giao Ban", lines), channels(env(TELEGRAM)))
    texts = [body["text"] for _, _, body in api.posts]
    assert len(texts) > 1
    assert all(len(text) <= 4096 for text in texts)
    assert all(f"portal{n}: " in "".join(texts) for n in range(60))


@pytest.mark.parametrize("status", [400, 401, 404, 429, 502])
def test_a_refusal_is_one_line_without_the_token(
    api: Api, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    api.status, api.answer = status, {"ok": False, "description": f"Bad token {TOKEN}"}
    assert not deliver(MESSAGE, channels(env(TELEGRAM, SLACK)))
    lines = [line for line in caplog.messages if line.startswith("no alarm")]
    assert [line.split(":")[0] for line in lines] == ["no alarm by Telegram", "no alarm by Slack"]
    assert "bi-mat" not in caplog.text
    assert "TIiaj" not in caplog.text


def test_one_channel_that_fails_does_not_keep_the_others(
    api: Api, caplog: pytest.LogCaptureFixture
) -> None:
    assert deliver(MESSAGE, channels(env("json://127.0.0.1:9/", f"json://127.0.0.1:{api.port}/")))
    assert len(api.posts) == 1
    assert sum(line.startswith("no alarm by JSON") for line in caplog.messages) == 1


@pytest.mark.parametrize(
    "odd", ["bogus://bi-mat-bi-mat", f"tgram://{TOKEN[:9]}\x00/x", "bi-mat", "://"]
)
def test_an_address_that_is_none_is_named_by_its_place(
    caplog: pytest.LogCaptureFixture, odd: str
) -> None:
    assert [c.name for c in channels(env("json://127.0.0.1:9/", odd, "json://127.0.0.1:9/"))] == [
        "JSON",
        "JSON",
    ]
    assert "no alarms by the address 2 of GIAOBAN_ALARM_URLS" in caplog.text
    assert "bi-mat" not in caplog.text


def test_nothing_set_up_is_nothing_said(caplog: pytest.LogCaptureFixture) -> None:
    assert channels({}) == channels(env("", " ")) == []
    assert caplog.messages == []


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
    monkeypatch.delenv("GIAOBAN_ALARM_URLS", raising=False)
    assert command.main() == 1
    assert "no alarms are set up" in capsys.readouterr().err
    monkeypatch.setenv("GIAOBAN_ALARM_URLS", f"json://127.0.0.1:{api.port}/")
    assert command.main() == 0
    assert capsys.readouterr().out == "Giao Ban: test: sent\n"
    assert api.posts[0][2]["message"] == "Alarms of Giao Ban arrive here."
