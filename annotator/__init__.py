"""A desktop annotation tool for journalists."""

__version__ = "0.1.0"
