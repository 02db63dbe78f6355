r"""The `file` field: where the files of a work lie, as JabRef, Zotero, Mendeley and people write it.

JabRef and Zotero write "description:path:type", parted by semicolons, with a backslash before a sign that is meant ("C\:\\x.pdf");
Mendeley the same with the colon of a drive in LaTeX ("C$\backslash$:/x.pdf"); people a bare path. Only the paths come back, as they are
stated: none is opened, resolved or made safe here.
"""

import re
from collections.abc import Sequence

from litcli.model.latex import is_balanced

_SIGNS = re.compile(r"[\\:;]")
_PART = re.compile(r"((?:\\.|[^\\:;]|\\$)*)([:;]|$)", re.DOTALL)
_UNESCAPED = re.compile(r"\\([\\:;,_&%#$])")
_SHIELDED = re.compile(r"\{\\([_&%#$])\}")
"""A sign as Mendeley writes it."""
_KIND = re.compile(r"[A-Za-z0-9]{1,6}|[a-z]+/[\w.+-]+")
"""What stands for the kind of a file: "PDF", "application/pdf"."""
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_BRACES = {"{": "$\\lbrace$", "}": "$\\rbrace$"}


def join(paths: Sequence[str]) -> str:
    r"""Return paths as JabRef and Zotero read them.

    >>> join(["a.pdf", "C:/b;c.html"])
    ':a.pdf:PDF;:C\\:/b\\;c.html:HTML'
    """
    return ";".join(map(_written, paths))


def split(stated: str) -> list[str]:
    r"""Return the paths that a `file` field states.

    >>> split(r"Full Text:files/12/a.pdf:application/pdf;:C\:\\b.pdf:PDF"), split("/home/x.pdf"), split(":home/x.pdf:pdf;y.pdf:PDF")
    (['files/12/a.pdf', 'C:\\b.pdf'], ['/home/x.pdf'], ['home/x.pdf', 'y.pdf'])
    """
    plain = stated.replace("$\\backslash$", "\\").replace("\\textasciitilde ", "~").replace("\n", " ").strip()
    plain = _SHIELDED.sub(r"\1", plain)
    for brace, command in _BRACES.items():
        plain = plain.replace(command, brace)
    return list(dict.fromkeys(path for parts in _entries(plain) if (path := _path(parts))))


def _written(path: str) -> str:
    kind = path.rpartition(".")[2].upper() if re.search(r"\.[A-Za-z0-9]{1,5}$", path) else ""
    shown = _SIGNS.sub(lambda sign: f"\\{sign[0]}", path)
    if not is_balanced(shown):
        shown = re.sub(r"[{}]", lambda brace: _BRACES[brace[0]], shown)
    return f":{shown}:{kind}"


def _entries(stated: str) -> list[list[str]]:
    """Cut at the semicolons, and each piece at the colons, that no backslash stands before."""
    entries: list[list[str]] = [[]]
    for part in _PART.finditer(stated):
        entries[-1].append(part[1])
        if part[2] == ";":
            entries.append([])
        elif not part[2]:
            break
    return entries


def _path(parts: Sequence[str]) -> str:
    """Return the path among the parts of one file: the second of three, or all of them where a colon is the path's own."""
    whole = ":".join(parts).strip()
    if len(parts) == 1 or _DRIVE.match(whole) or _ADDRESS.match(whole):
        return whole.removesuffix(":") if len(parts) == 1 else whole
    with_kind = len(parts) > 2 or bool(_KIND.fullmatch(parts[1].strip()))
    inner = ":".join(parts[1:-1]) if len(parts) > 2 else parts[0 if with_kind else 1]
    return _UNESCAPED.sub(r"\1", inner.strip() or parts[0].strip())
