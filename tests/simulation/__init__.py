"""Hundreds of nights in minutes: a seeded script plays the portals, and knows what is true."""
