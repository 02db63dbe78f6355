"""BibTeX, RIS and CSL-JSON: one module a format, found by walking this package."""
