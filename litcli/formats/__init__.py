"""Formats of files of references: one module a format, found by walking this package."""
