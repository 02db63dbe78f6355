"""The search language: `parser` turns text into a tree, whose nodes `tree` defines."""
