"""Where messages go: the addresses in a variable of the environment, each sent to by apprise.

An address is a secret. What is said of one is its place in the variable and its service's name.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crawler.conceal import conceal

if TYPE_CHECKING:  # it loads a hundred services: only for who has an address
    from apprise import Apprise

logger = logging.getLogger(__name__)
ALARM_URLS = "GIAOBAN_ALARM_URLS"
_apprise = logging.getLogger("apprise")

# These go over a plain line where apprise knows a safe one by another name ("mailtos").
_PLAIN = ("mailto", "json", "xml", "form", "apprise")


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent; `lines` are the text."""

    subject: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Channel:
    """One address, ready to be sent to."""

    name: str
    url: str = field(repr=False)
    service: Apprise = field(repr=False)

    def send(self, message: Message) -> str | None:
        """Send; return why it was not taken, None when it was."""
        from apprise import NotifyFormat  # noqa: PLC0415  (see above)

        with _listening() as complaints:
            is_sent = self.service.notify(
                body=message.text,
                title=message.subject,
                body_format=NotifyFormat.TEXT,
            )
        if is_sent:
            return None
        return conceal(complaints[-1] if complaints else "it was not taken", {ALARM_URLS: self.url})


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Gather what apprise would log, which holds addresses and what servers answer."""
    complaints: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: complaints.append(record.getMessage())  # type: ignore[method-assign]
    before, _apprise.propagate = _apprise.propagate, False
    _apprise.addHandler(handler)
    try:
        yield complaints
    finally:
        _apprise.removeHandler(handler)
        _apprise.propagate = before


def channels(env: Mapping[str, str], variable: str = ALARM_URLS) -> list[Channel]:
    """Return the channels a variable names; what cannot be one is left out with a warning."""
    channels = []
    for place, url in enumerate(env.get(variable, "").split(), 1):
        channel = _channel(url)
        if isinstance(channel, Channel):
            channels.append(channel)
        else:
            logger.warning("no alarms by the address %d of %s: %s", place, variable, channel)
    return channels


def _channel(url: str) -> Channel | str:
    """Return the channel to an address, or why there is none."""
    from apprise import (  # noqa: PLC0415  (see above)
        Apprise,
        AppriseAsset,
        NotifyFormat,
        OverflowMode,
    )

    asset = AppriseAsset(app_id="Giao Ban", app_desc="", app_url="", async_mode=False)
    service = Apprise(asset=asset)
    with _listening():
        is_known = bool(service.add(url)) and len(service) == 1
    if not is_known:
        return "it is no address apprise knows"
    plugin = service[0]
    if plugin.password and url.partition("://")[0].lower() in _PLAIN:
        return "it would send the password in clear"
    # Nothing from a portal is mark-up: plain text where it can be had, escaped where not.
    if NotifyFormat.TEXT in plugin.notify_format:
        plugin.notify_format = NotifyFormat.TEXT
    plugin.overflow_mode = OverflowMode.SPLIT
    return Channel(str(plugin.service_name), url, service)


def mail(env: Mapping[str, str], variable: str) -> Channel | None:
    """Return the channel to the e-mail addresses a variable names, parted by commas or spaces.

    They are sent to through the first e-mail server among the alarms' addresses. None where the
    variable names nobody. Raises `ValueError` for what is no address, and without a server.
    """
    people = list(filter(None, re.split(r"[\s,;]+", env.get(variable, ""))))
    if not people:
        return None
    for place, person in enumerate(people, 1):
        if not re.fullmatch(r"[^@<>]+@[^@<>]+", person):
            raise ValueError(f"{variable}: the address {place} is no e-mail address")
    from apprise.plugins.email.base import NotifyEmail  # noqa: PLC0415  (see above)

    for channel in channels(env):
        server = channel.service[0]
        if isinstance(server, NotifyEmail):
            server.targets = [(False, person) for person in people]
            server.cc, server.bcc = set(), set()  # those are told of alarms
            return channel
    raise ValueError(f"{variable}: {ALARM_URLS} names no e-mail server to send through")


def deliver(message: Message, by: Iterable[Channel]) -> bool:
    """Send by each channel; tell whether one of them took it. A failure is one line in the log."""
    is_sent = False
    for channel in by:
        if why := channel.send(message):
            logger.error("no alarm by %s: %s", channel.name, why)
        else:
            is_sent = True
    return is_sent
