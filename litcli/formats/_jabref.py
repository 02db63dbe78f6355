r"""JabRef's groups: the tree that it keeps in comments at the end of a file, as tags.

    @Comment{jabref-meta: grouping:
    0 AllEntriesGroup:;
    1 StaticGroup:Insects\;0\;1\;\;\;\;;
    2 StaticGroup:Bees\;0\;1\;\;\;\;;
    }

An entry says in `groups` that it is one of the Bees; the tree says that these are Insects, so its tag is "Insects/Bees". Older files have
no `groups`: there the tree lists the keys of each group ("ExplicitGroup:Bees\;0\;key1\;key2\;;"). Groups that JabRef fills by a search or
by keywords are no tags: what they are found by stands in the entries themselves.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from litcli.model.latex import is_balanced

_TREE = re.compile(r"jabref-meta:\s*(?:grouping|groupstree):(.*)", re.DOTALL | re.IGNORECASE)
_GROUP = re.compile(r"(\d+)\s+(\w+):(.*)", re.DOTALL)
_UNIT = re.compile(r"((?:\\.|[^\\;])*);?", re.DOTALL)
_STATIC = frozenset({"StaticGroup", "ExplicitGroup"})


@dataclass(frozen=True)
class Groups:
    """The groups of a file."""

    paths: Mapping[str, str] = field(default_factory=dict)
    """The place of each group in the tree, by its name; names that stand twice are not among them."""
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The groups that the tree itself gives to an entry, by its key."""

    def path(self, name: str) -> str:
        """Return the place of a group in the tree, or its name where the tree has none."""
        return self.paths.get(name, name)

    def name(self, path: str) -> str:
        """Return the name of the group at a place in the tree, or the place where there is no such group."""
        return next((name for name, place in self.paths.items() if place == path), path)

    def of(self, key: str) -> tuple[str, ...]:
        """Return the places of the groups that the tree gives to an entry."""
        return self.members.get(key, ())


_STATE = r"\;2\;1\;\;\;\;;"
"""A group that shows the entries of those below it, is open, and has no colour, icon or description."""


def groups(comments: Iterable[str]) -> Groups:
    r"""Read the group trees among the comments of a file.

    >>> tree = groups(["jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:Insects\\;0\\;;\n2 ExplicitGroup:Bees\\;0\\;a\\;b\\;;\n"])
    >>> tree.path("Bees"), tree.of("b"), tree.path("Wasps")
    ('Insects/Bees', ('Insects/Bees',), 'Wasps')
    """
    names: dict[str, list[str]] = {}
    members: dict[str, list[str]] = {}
    for comment in comments:
        tree = _TREE.match(comment)
        for name, path, keys in _walk(tree[1]) if tree else ():
            names.setdefault(name, []).append(path)
            for key in keys:
                members.setdefault(key, []).append(path)
    single = {name: paths[0] for name, paths in names.items() if len(paths) == 1}
    return Groups(single, {key: tuple(dict.fromkeys(paths)) for key, paths in members.items()})


def tree(tags: Iterable[str]) -> str:
    r"""Return the comment that makes JabRef show the groups of a file as the tree that our tags are; each bears its whole path.

    >>> print(tree(["insects/bees", "to read"]))
    @Comment{jabref-meta: grouping:
    0 AllEntriesGroup:;
    1 StaticGroup:insects\;2\;1\;\;\;\;;
    2 StaticGroup:insects/bees\;2\;1\;\;\;\;;
    1 StaticGroup:to read\;2\;1\;\;\;\;;
    }
    """
    steps = {
        parts[: depth + 1] for tag in tags if is_balanced(tag) for parts in [tuple(tag.split("/"))] for depth in range(len(parts))
    }
    lines = [f"{len(step)} StaticGroup:{_quoted('/'.join(step))}{_STATE}" for step in sorted(steps)]
    return "\n".join(["@Comment{jabref-meta: grouping:", "0 AllEntriesGroup:;", *lines, "}"])


def _quoted(name: str) -> str:
    """Return a name in two layers of backslashes: one for the group, one for the tree."""
    once = re.sub(r"([\\;])", r"\\\1", name)
    return re.sub(r"([\\;])", r"\\\1", once)


def _walk(tree: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the name and path of each group that a person fills, and the keys that stand in it."""
    above: list[tuple[int, str]] = []
    for stated in _units(tree.replace("\n", "")):
        group = _GROUP.match(stated.strip())
        if not group:
            continue
        level, parts = int(group[1]), [part.strip() for part in _units(group[3])]
        above = [(depth, path) for depth, path in above if depth < level]
        if group[2] == "AllEntriesGroup" or not parts or not parts[0]:
            continue
        parent = above[-1][1] if above else ""
        path = parts[0] if not parent or parts[0].startswith(f"{parent}/") else f"{parent}/{parts[0]}"
        above.append((level, path))
        if group[2] in _STATIC:
            yield parts[0], path, [key for key in parts[2:] if key] if group[2] == "ExplicitGroup" else []


def _units(text: str) -> list[str]:
    """Cut at the semicolons that no backslash stands before, and take one layer of backslashes away."""
    return [re.sub(r"\\(.)", r"\1", found[1]) for found in _UNIT.finditer(text) if found[0]]
