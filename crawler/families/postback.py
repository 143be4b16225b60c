"""ASP.NET's pager: its links post the page's form back. Pure."""

from __future__ import annotations

from crawler.families.asking import Answer, Ask
from crawler.families.forms import sent
from crawler.families.paging import postback_link
from crawler.markup.selecting import select


def postback(answer: Answer, page: int) -> Ask | None:
    """Ask for page `page` as the pager's link would: the page's form, posted back."""
    tree = answer.tree
    if tree is None:
        return None
    leads = postback_link(tree, page - 1)
    state = next(iter(select(tree, "form input[name=__VIEWSTATE]")), None)
    form = next(state.iterancestors("form"), None) if state is not None else None
    if leads is None or form is None:
        return None
    posted = dict(zip(("__EVENTTARGET", "__EVENTARGUMENT"), leads, strict=True))
    return sent(answer, form, posted, method="post")
