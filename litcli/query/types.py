"""The CSL types that a word in a query means; wider than what `set` takes, because a search may name several at once."""

from litcli.model import types


def meant(word: str) -> tuple[str, ...]:
    """Return the types that a person looks for by a word, sorted; empty where there are none.

    >>> meant("conference"), meant("preprint"), meant("book"), meant("boook")
    (('paper-conference',), ('article',), ('book',), ())
    >>> meant("paper"), meant("entry-*")
    (('article-journal', 'paper-conference'), ('entry-dictionary', 'entry-encyclopedia'))
    >>> meant("article")
    ('article', 'article-journal', 'article-magazine', 'article-newspaper')
    """
    asked = word.casefold()
    if asked.endswith("*") or asked == "article":  # CSL's "article" is a preprint, which few mean by the word
        return tuple(name for name in sorted(types.TYPES) if name.startswith(asked.rstrip("*")))
    if asked in types.TYPES:
        return (asked,)
    found = {name for name in types.TYPES if asked in name.replace("_", "-").split("-")}
    return tuple(sorted(found | {types.find(asked) or ""} - {""}))
