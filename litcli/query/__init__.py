"""The search language: `parse` turns text into a tree whose nodes `litcli.query.tree` defines."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from litcli.query.tree import Node


def parse(query: str) -> "Node":
    """Return the meaning of a query; raises QueryError, which knows the place. See `litcli.query.parser`."""
    from litcli.query.parser import parse as read

    return read(query)
