"""spidermon actions that carry one message, set up by environment variables (docs/health.md).

spidermon's own cannot be used: its e-mail holds the source of another as text and needs a running
reactor, its Telegram message ends at the first `&`, is refused for an odd `_` and the refusal goes
unnoticed, its Slack message wants the right to list all users.
"""

from __future__ import annotations

import json
import logging
import smtplib
import ssl
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from html import escape
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from spidermon import Action

logger = logging.getLogger(__name__)

SLACK_API = "https://slack.com/api"
TELEGRAM_API = "https://api.telegram.org"
TELEGRAM_LENGTH = 4096
TIMEOUT = 30  # seconds
PORTS = {"ssl": 465, "starttls": 587, "none": 25}


@dataclass(frozen=True, slots=True)
class Message:
    """What the actions send; `lines` are the text."""

    subject: str
    lines: tuple[str, ...]

    def text(self, length: int | None = None) -> str:
        """Return the text, whole lines of it where it would be longer than `length`."""
        text = "\n".join(self.lines)
        if length is None or len(text) <= length:
            return text
        kept = text[: length - 20].rpartition("\n")[0] or text[: length - 20]
        return f"{kept}\n… and more"


class Email(Action):  # type: ignore[misc]
    """An e-mail through an SMTP server; a password is only sent where the line is encrypted."""

    needs = ("GIAOBAN_ALARM_EMAIL_TO", "GIAOBAN_SMTP_HOST")

    def __init__(self, env: Mapping[str, str]) -> None:
        super().__init__()
        self.to = env["GIAOBAN_ALARM_EMAIL_TO"]
        self.sender = env.get("GIAOBAN_ALARM_EMAIL_FROM") or self.to.split(",")[0].strip()
        self.host = env["GIAOBAN_SMTP_HOST"]
        self.port = env.get("GIAOBAN_SMTP_PORT")
        self.user = env.get("GIAOBAN_SMTP_USER")
        self.password = env.get("GIAOBAN_SMTP_PASSWORD", "")
        usual = "ssl" if self.port == "465" else "starttls" if self.user else "none"
        self.security = env.get("GIAOBAN_SMTP_SECURITY") or usual

    def run_action(self) -> None:
        """Send `data.message`."""
        mail = EmailMessage()
        mail["Subject"], mail["From"], mail["To"] = self.data.message.subject, self.sender, self.to
        mail["Date"] = formatdate(localtime=True)
        mail["Message-ID"] = make_msgid(domain=self.sender.rpartition("@")[2].strip("> "))
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(self.data.message.text() + "\n")
        with self._connect() as server:
            if self.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if self.user:
                server.login(self.user, self.password)
            server.send_message(mail)

    def _connect(self) -> smtplib.SMTP:
        if self.security not in PORTS:
            raise ValueError(f"GIAOBAN_SMTP_SECURITY={self.security}: one of {', '.join(PORTS)}")
        if self.user and self.security == "none":
            raise ValueError("GIAOBAN_SMTP_SECURITY=none would send the password in clear")
        port = int(self.port or PORTS[self.security])
        if self.security == "ssl":
            tls = ssl.create_default_context()
            return smtplib.SMTP_SSL(self.host, port, timeout=TIMEOUT, context=tls)
        return smtplib.SMTP(self.host, port, timeout=TIMEOUT)


class Slack(Action):  # type: ignore[misc]
    """A message of a Slack app that may `chat:write`."""

    needs = ("GIAOBAN_SLACK_TOKEN", "GIAOBAN_SLACK_CHANNEL")

    def __init__(self, env: Mapping[str, str]) -> None:
        super().__init__()
        self.token, self.channel = (env[name] for name in self.needs)

    def run_action(self) -> None:
        """Send `data.message`."""
        text = escape(self.data.message.text(), quote=False)
        message = {"channel": self.channel, "text": text, "mrkdwn": False, "unfurl_links": False}
        _post(f"{SLACK_API}/chat.postMessage", message, Authorization=f"Bearer {self.token}")


class Telegram(Action):  # type: ignore[misc]
    """A message of a Telegram bot."""

    needs = ("GIAOBAN_TELEGRAM_TOKEN", "GIAOBAN_TELEGRAM_CHAT")

    def __init__(self, env: Mapping[str, str]) -> None:
        super().__init__()
        self.token, self.chat = (env[name] for name in self.needs)

    def run_action(self) -> None:
        """Send `data.message`."""
        text = self.data.message.text(TELEGRAM_LENGTH)
        message = {
            "chat_id": self.chat,
            "text": text,
            "link_preview_options": {"is_disabled": True},
        }
        _post(f"{TELEGRAM_API}/bot{self.token}/sendMessage", message)


def _post(url: str, message: Mapping[str, Any], **headers: str) -> None:
    """Post JSON; raises `OSError` when it was not taken. The address is a secret: never say it."""
    headers["Content-Type"] = "application/json; charset=utf-8"
    request = Request(url, json.dumps(message).encode(), headers)
    answer: AbstractContextManager[Any]
    try:
        answer = urlopen(request, timeout=TIMEOUT)
    except HTTPError as error:
        answer = error  # its body says why
    with answer as response:
        try:
            told = json.load(response)
        except ValueError:
            raise OSError(f"answered {response.status}") from None
    if not told.get("ok"):
        raise OSError(told.get("description") or told.get("error") or told)


def configured(env: Mapping[str, str]) -> list[Action]:
    """Return the actions whose variables are set; a half-set one is left out with a warning."""
    actions = []
    for action in (Email, Slack, Telegram):
        missing = [name for name in action.needs if not env.get(name)]
        if not missing:
            actions.append(action(env))
        elif len(missing) < len(action.needs):
            logger.warning("no alarms by %s: %s is not set", action.__name__, missing[0])
    return actions
