"""What MODS calls a kind of work: genres of several lists, since programs look at different ones; for `litcli.formats.mods`.

Our own word is CSL's, which tells the types apart; Zotero takes "local" genres for its types, libraries and bibutils those of MARC.
What surprised us: bibutils takes a work whose own genre is "conferencePaper" for the proceedings, so that only the host says it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from litcli.model.types import TYPES


class Genres(NamedTuple):
    """What is said of a kind of work."""

    local: str = "document"
    """Zotero's type."""
    marc: str = ""
    """The genre of the work itself."""
    host: tuple[str, ...] = ()
    """The genres of what it stands in."""
    resource: str = "text"


GENRES = {
    "article": Genres("preprint"),
    "article-journal": Genres("journalArticle", "article", ("academic journal",)),
    "article-magazine": Genres("magazineArticle", "article", ("magazine",)),
    "article-newspaper": Genres("newspaperArticle", "article", ("newspaper",)),
    "bill": Genres("bill", "legislation"),
    "book": Genres("book", "book"),
    "broadcast": Genres("tvBroadcast", resource="moving image"),
    "chapter": Genres("bookSection", "", ("book",)),
    "classic": Genres("book", "book"),
    "collection": Genres("book", "book"),
    "dataset": Genres("dataset", "numeric data", resource="software, multimedia"),
    "entry": Genres("encyclopediaArticle", "", ("book",)),
    "entry-dictionary": Genres("dictionaryEntry", "", ("dictionary", "book")),
    "entry-encyclopedia": Genres("encyclopediaArticle", "", ("encyclopedia", "book")),
    "figure": Genres("artwork", "graphic", resource="still image"),
    "graphic": Genres("artwork", "picture", resource="still image"),
    "hearing": Genres("hearing"),
    "interview": Genres("interview", "interview"),
    "legal_case": Genres("case", "legal case and case notes"),
    "legislation": Genres("statute", "legislation"),
    "manuscript": Genres("manuscript"),
    "map": Genres("map", "map", resource="cartographic"),
    "motion_picture": Genres("film", "motion picture", resource="moving image"),
    "musical_score": Genres("document", resource="notated music"),
    "paper-conference": Genres("", "", ("conference publication",)),
    "patent": Genres("patent", "patent"),
    "periodical": Genres("book", "periodical"),
    "personal_communication": Genres("letter", "letter"),
    "post": Genres("forumPost"),
    "post-weblog": Genres("blogPost", "web site"),
    "report": Genres("report", "technical report"),
    "review": Genres("journalArticle", "review", ("academic journal",)),
    "review-book": Genres("journalArticle", "review", ("academic journal",)),
    "software": Genres("computerProgram", resource="software, multimedia"),
    "song": Genres("audioRecording", "sound", resource="sound recording"),
    "speech": Genres("presentation", "speech", resource="sound recording-nonmusical"),
    "standard": Genres("standard", "standard or specification"),
    "thesis": Genres("thesis", "thesis"),
    "treaty": Genres("document", "treaty"),
    "webpage": Genres("webpage", "web site"),
}
"""By CSL type; one that is not here is a document of Zotero's, without a genre of MARC's."""

OF_BIBUTILS = frozenset({"academic journal", "magazine"})
"""Genres that MARC's list does not have."""

_LOCAL = {genres.local.casefold(): csl for csl, genres in reversed(GENRES.items())} | {
    "book": "book",
    "conferencepaper": "paper-conference",
    "encyclopediaarticle": "entry-encyclopedia",
    "email": "personal_communication",
    "instantmessage": "personal_communication",
    "podcast": "song",
    "radiobroadcast": "broadcast",
    "videorecording": "motion_picture",
    "document": "document",
}
_OTHERS = {
    **{genres.marc: csl for csl, genres in reversed(GENRES.items()) if genres.marc},
    "article": "article-journal",
    "journal article": "article-journal",
    "research article": "article-journal",
    "book chapter": "chapter",
    "chapter": "chapter",
    "conference paper": "paper-conference",
    "conferencepaper": "paper-conference",
    "conference publication": "book",
    "dictionary": "book",
    "encyclopedia": "book",
    "handbook": "book",
    "biography": "book",
    "essay": "document",
    "festschrift": "book",
    "government publication": "report",
    "report": "report",
    "journal": "periodical",
    "legislation": "legislation",
    "newspaper": "periodical",
    "novel": "book",
    "yearbook": "book",
    "ph.d. thesis": "thesis",
    "phd thesis": "thesis",
    "doctoral thesis": "thesis",
    "masters thesis": "thesis",
    "licentiate thesis": "thesis",
    "diploma thesis": "thesis",
    "theses": "thesis",
    "dissertation": "thesis",
    "studentthesis": "thesis",
    "preprint": "article",
    "unpublished": "manuscript",
    "web page": "webpage",
    "database": "dataset",
    "dataset": "dataset",
    "miscellaneous": "document",
}
"""Genres of MARC, of bibutils and of repositories."""
_HOSTED = {
    "academic journal": "article-journal",
    "periodical": "article-journal",
    "journal": "article-journal",
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    "conference publication": "paper-conference",
    "dictionary": "entry-dictionary",
    "encyclopedia": "entry-encyclopedia",
    "book": "chapter",
    "collection": "chapter",
}
"""What a work is that stands in a host of this genre."""
_RESOURCES = {
    "cartographic": "map",
    "notated music": "musical_score",
    "sound recording": "song",
    "sound recording-musical": "song",
    "sound recording-nonmusical": "song",
    "still image": "graphic",
    "moving image": "motion_picture",
    "software, multimedia": "software",
}


class Said(NamedTuple):
    """What a record says of its kind."""

    csl: Sequence[str] = ()
    local: Sequence[str] = ()
    others: Sequence[str] = ()
    hosts: Sequence[str] = ()
    resources: Sequence[str] = ()
    issuance: str = ""
    in_host: str = ""
    """How the host is issued; "" where there is no host, "unsaid" where it does not say."""


def of(said: Said) -> str:
    """Return the CSL type of a record.

    >>> of(Said(others=["Ph.D. thesis"])), of(Said(hosts=["periodical"], in_host="continuing")), of(Said(in_host="unsaid"))
    ('thesis', 'article-journal', 'chapter')
    """
    exact = [name for name in said.csl if name in TYPES]
    if exact:
        return exact[0]
    if known := [_LOCAL[name.casefold()] for name in said.local if name.casefold() in _LOCAL]:
        return known[0]
    hosted = [_HOSTED[name.casefold()] for name in said.hosts if name.casefold() in _HOSTED]
    own = [_OTHERS[name.casefold()] for name in (*said.others, *said.local) if name.casefold() in _OTHERS]
    if own and not (said.in_host and own[0] in {"book", "periodical", "document"}):
        return hosted[0] if hosted and own[0] == "article-journal" else own[0]
    if said.in_host:
        inside = "article-journal" if said.in_host in {"continuing", "serial"} else "chapter"
        conference = any(name.casefold() == "conference publication" for name in said.others)
        return hosted[0] if hosted else "paper-conference" if conference else inside
    if resources := [_RESOURCES[name] for name in said.resources if name in _RESOURCES]:
        return resources[0]
    return "book" if said.issuance == "monographic" else "document"


def thesis(genre: str) -> str:
    """Return the kind of thesis as bibutils calls it; "" where it has no word for it.

    >>> thesis("PhD thesis"), thesis("Master's thesis"), thesis("Habilitationsschrift")
    ('Ph.D. thesis', 'Masters thesis', '')
    """
    plain = genre.casefold().replace(".", "")
    return "Ph.D. thesis" if re.search(r"\bphd|doctor", plain) else "Masters thesis" if "master" in plain else ""


def is_kind(genre: str) -> bool:
    """Tell whether a genre only says what the type says."""
    return genre.casefold() in {*_OTHERS, *_HOSTED} and not is_thesis(genre)


def is_thesis(genre: str) -> bool:
    """Tell whether a genre says which kind of a thesis it is.

    >>> is_thesis("Ph.D. thesis"), is_thesis("thesis"), is_kind("thesis"), is_kind("bibliography")
    (True, False, True, False)
    """
    return _OTHERS.get(genre.casefold()) == "thesis" and genre.casefold() not in {"thesis", "theses"}
