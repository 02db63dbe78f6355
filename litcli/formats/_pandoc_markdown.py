r"""The Markdown of pandoc in the texts of CSL-YAML: signs that mean something there are escaped, styled runs are what CSL tags.

pandoc reads every text of such a file as Markdown, so that "10^6^ H~2~O in *E. coli*" is "10<sup>6</sup> H<sub>2</sub>O in
<i>E. coli</i>" in CSL. Quotation marks stay bare, as pandoc itself writes them: styles turn them anyway. What surprised us: a bare
"<" is the start of a tag, "--" a dash, and a "#" or "1." at the start of a paragraph makes a heading or a list of it.
"""

import re
from html import unescape

_RUN = re.compile(r"<(i|b|sup|sub)>([^<>]+)</\1>")
_MARKS = {"i": "*", "b": "**", "sup": "^", "sub": "~"}
_TAGS = {"_": "i"} | {mark: tag for tag, mark in _MARKS.items()}
_SPECIAL = re.compile(r"[\\*`^~\[\]<>$|]|(?<![^\W_])_|_(?![^\W_])|(?<!\w)@|&(?=#?\w{1,32};)|-(?=-)|\.(?=\.\.)")
_BEGINNING = re.compile(r"^[#+:%-]", re.MULTILINE)
_NUMBERED = re.compile(r"^(\(?(?:\d{1,9}|[a-z]|[ivxlc]{1,9}))([.)])(?=\s|$)", re.MULTILINE)
_TOKEN = re.compile(
    r"\\(?P<escaped>[^\w\s]|_| )|(?P<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{0,31});)|"
    r"\[(?P<span>(?:\\.|[^\[\]\\]){0,2000})\]\{[^{}]{0,200}\}|"
    r"(?P<mark>\*\*|\*|(?<![^\W_])_(?!_)|\^|~)(?=\S)(?P<run>(?:\\.|[^*_^~\\\n]|(?<=\w)_(?=\w)){1,4000})(?<!\s)(?P=mark)"
)
_ESCAPED = re.compile(r"\\([^\w\s]|_)")


def escaped(text: str) -> str:
    r"""Return a text as Markdown that pandoc reads as just that text.

    >>> escaped("A_b *c* 10<sup>6</sup>"), escaped("# 1 < 2")
    ('A_b \\*c\\* 10^6^', '\\# 1 \\< 2')
    """
    parts = []
    at = 0
    for found in _RUN.finditer(text):
        parts += [_bare(text[at : found.start()]), _run(found[1], found[2])]
        at = found.end()
    styled = begun("".join([*parts, _bare(text[at:])]))
    return styled if plain(styled) == text else begun(_bare(text))


def begun(markdown: str) -> str:
    r"""Return Markdown no paragraph of which begins as a heading or a list does.

    >>> begun("1. a"), begun("# b"), begun("- c")
    ('1\\. a', '\\# b', '\\- c')
    """
    return _NUMBERED.sub(r"\1\\\2", _BEGINNING.sub(r"\\\g<0>", markdown))


def everywhere(text: str) -> str:
    r"""Return a text as Markdown that every program reads as just that text, styled runs as tags.

    >>> everywhere("10<sup>6</sup> <i>E. coli</i> <b")
    '10<sup>6</sup> <i>E. coli</i> \\<b'
    """
    parts = []
    at = 0
    for found in _RUN.finditer(text):
        parts += [_bare(text[at : found.start()]), f"<{found[1]}>{_bare(found[2])}</{found[1]}>"]
        at = found.end()
    return "".join([*parts, _bare(text[at:])])


def plain(markdown: str) -> str:
    r"""Return the text that Markdown stands for, what is styled in it between tags; undoes `escaped`.

    >>> plain(r"*E. coli* at 10^6^, R\&D, [DNA]{.nocase}"), plain("2 * 3 * 4")
    ('<i>E. coli</i> at 10<sup>6</sup>, R&D, DNA', '2 * 3 * 4')
    """
    return _TOKEN.sub(_meant, markdown)


def unescaped(markdown: str) -> str:
    r"""Return an address or an identifier as it stands between escapes: no other sign means anything in it.

    >>> unescaped(r"https://a.org/\~b/_c_")
    'https://a.org/~b/_c_'
    """
    return _ESCAPED.sub(r"\1", markdown)


def _bare(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _run(tag: str, text: str) -> str:
    inner = _bare(text)
    return f"{_MARKS[tag]}{inner.replace(' ', chr(92) + ' ') if tag in {'sup', 'sub'} else inner}{_MARKS[tag]}"


def _meant(found: re.Match[str]) -> str:
    if found["escaped"]:
        return found["escaped"]
    if found["entity"]:
        return unescape(found["entity"])
    if found["mark"]:
        tag = _TAGS[found["mark"]]
        return f"<{tag}>{plain(found['run'])}</{tag}>"
    return plain(found["span"])
