"""Formatted citations: `bibliography` writes them, `styles` and `locales` find a style and a locale by name."""
