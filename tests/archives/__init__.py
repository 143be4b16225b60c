"""Tests of what archives kept: a past made from the sample portals, and archives that serve it."""
