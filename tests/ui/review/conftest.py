"""A project with a reading to review."""

from tests.ui.review.readings import article, desk

__all__ = ["article", "desk"]
