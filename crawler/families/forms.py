"""Listings whose pager is a form: its buttons, or links by which a script sends it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from urllib.parse import parse_qsl

from form2request import form2request
from lxml.html import HtmlElement, fromstring, tostring

from crawler.families.address import bare_host, resolve
from crawler.families.asking import Answer, Ask
from crawler.families.choices import choices
from crawler.families.counting import counts_pages
from crawler.families.listing import base_of
from crawler.families.paging import is_amiss, rank_of
from crawler.families.row import text_of
from crawler.vietnamese.letters import clean

_FORMS, _CONTROLS, _LINKS = 20, 300, 6000
_BUTTONS = ("button", "input")
# A call with a number, or a field set to one.
_SETS = re.compile(
    r"(?:(?:javascript:)?\s{0,9}[\w$.]{1,60}\(|.{0,100}?\.(?:value\s?=|val\())"
    r"\s{0,9}['\"]?(\d{1,5})['\"]?\s{0,9}(?:[,;)]|$)"
)


def submitted(answer: Answer, page: int) -> Ask | None:
    """Return the request for page `page` as a form of the page before it is sent."""
    if answer.tree is None:
        return None
    forms = [form for form in islice(answer.tree.iter("form"), _FORMS) if not _logs_in(form)]
    buttons: dict[int, Ask | None] = {}
    for form in forms:
        for place, button in enumerate(islice(form.iter(*_BUTTONS), _CONTROLS)):
            rank = rank_of(_label(button), page)
            if rank is not None and rank not in buttons and not is_amiss(button):
                buttons[rank] = sent(answer, form, {}, button=place)
    if buttons:
        return buttons[min(buttons)]
    return _chosen(answer, page) or _sent_by_script(answer, forms, page)


def _logs_in(form: HtmlElement) -> bool:
    """Tell a form of its own that asks for a password: it is never sent, whatever its button says.

    ASP.NET's one form holds the whole page.
    """
    fields = [*islice(form.iter("input"), _CONTROLS)]
    is_page = any(field.get("name") == "__VIEWSTATE" for field in fields)
    return not is_page and any((f.get("type") or "").lower() == "password" for f in fields)


def _label(button: HtmlElement) -> str:
    """What a button that sends its form says; "" of any other control."""
    is_input = button.tag == "input"
    kind = (button.get("type") or ("text" if is_input else "submit")).lower()
    if kind != "submit" or button.get("disabled") is not None:
        return ""
    return clean((button.get("value") or "") if is_input else text_of(button))


def _chosen(answer: Answer, page: int) -> Ask | None:
    """A page chosen from a list: its address, or what the form around the list is sent with."""
    for choice in choices(answer):
        if rank_of(choice.label, page) is None:
            continue
        if choice.address:
            is_here = bare_host(choice.address) == bare_host(answer.url)
            return Ask(url=choice.address) if is_here else None
        form = next(choice.field.iterancestors("form"), None)
        name = choice.field.get("name") or ""
        if form is not None and counts_pages(name) and not _logs_in(form):
            return sent(answer, form, {name: choice.value or str(page)})
    return None


def _sent_by_script(answer: Answer, forms: list[HtmlElement], page: int) -> Ask | None:
    """A form with a hidden field that counts pages, sent by a link such as `go(2)`.

    Or by one that sets the field itself (`frm.p.value=2; frm.submit()`).
    """
    counted = [(form, name) for form in forms for name in _counters(form)]
    if len(counted) != 1 or answer.tree is None:
        return None
    form, name = counted[0]
    for link in islice(answer.tree.iter("a", "button", "span", "li"), _LINKS):
        call = _SETS.match((link.get("onclick") or link.get("href") or "")[:200])
        if call and rank_of(clean(text_of(link)), page) is not None and not is_amiss(link):
            return sent(answer, form, {name: call[1]})
    return None


def _counters(form: HtmlElement) -> Iterator[str]:
    for field in islice(form.iter("input"), _CONTROLS):
        if (field.get("type") or "").lower() == "hidden" and counts_pages(field.get("name") or ""):
            yield field.get("name") or ""


def sent(
    answer: Answer,
    form: HtmlElement,
    fields: Mapping[str, str],
    button: int | None = None,
    method: str | None = None,
) -> Ask | None:
    """Return a form of the page as it is sent with `fields`, by its button at this place if any."""
    if answer.tree is None:
        return None
    base = base_of(answer.tree, answer.url)
    # Parsed anew: our trees know elements only, not what a form has in it.
    form = fromstring(tostring(form, encoding="unicode", with_tail=False), base_url=answer.url)
    form.set("action", resolve(base, form.get("action") or "") or answer.url)
    if method:
        form.set("method", method)
    # Some forms are made for files, too; the plain encoding is taken as well.
    form.attrib.pop("enctype", "")
    click = False if button is None else list(form.iter(*_BUTTONS))[button]
    request = form2request(form, dict(fields), click=click)
    if request.method == "GET":
        return Ask(url=request.url)
    posted = tuple(parse_qsl(request.body.decode(), keep_blank_values=True))
    return Ask(url=request.url, method="POST", form=posted)
