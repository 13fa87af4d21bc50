"""Tests of the dialog for annotations made elsewhere."""
