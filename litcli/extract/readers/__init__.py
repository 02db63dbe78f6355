"""Readers find spans: label rows, author lines, dates, citation lines, abstracts, keywords, identifiers."""
