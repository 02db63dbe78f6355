"""The search language: text to a tree; a tree evaluates an entry in memory."""
