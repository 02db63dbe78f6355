"""Formatted citations through one small interface; the engine is pandoc's citeproc, imported only when asked for."""
