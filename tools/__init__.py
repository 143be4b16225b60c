"""Generators and builders that the product does not import."""
