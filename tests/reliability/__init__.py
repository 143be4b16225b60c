"""Faults injected one by one: what the run says, and what is still there afterwards."""
