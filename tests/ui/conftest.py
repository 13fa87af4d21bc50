"""Fixtures for everything that has a window."""

from tests.ui.stage import stage

__all__ = ["stage"]
