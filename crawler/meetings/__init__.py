"""From an article to the meeting it reports: who met, when, chaired by whom (pure, rules only)."""

from crawler.meetings.mentions import says_giao_ban
from crawler.meetings.reading import read

__all__ = ["read", "says_giao_ban"]
