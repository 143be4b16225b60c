"""`make bench`: this project and others on the same pages, side by side."""
