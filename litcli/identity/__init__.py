"""Pure: how alike two records are, merged fields, citekeys, blocking keys."""
