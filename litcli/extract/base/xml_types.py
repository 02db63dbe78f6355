"""What formats of XML call a kind of work, by their own codes, to its CSL type; words without a plain meaning are left out.

What is no code but a word ("doctoralThesis", "research-article") is known to the label tables, and not repeated here.
"""

from types import MappingProxyType

_COAR = {
    "6501": "article-journal", "2df8fbb1": "article-journal", "dcae04bc": "article-journal", "beb9": "article-journal",
    "545b": "article-journal", "b239": "article-journal", "ba08": "article-journal", "efa0": "article-journal",
    "5794": "paper-conference", "6670": "paper-conference", "c94f": "paper-conference", "3248": "chapter", "2f33": "book",
    "46ec": "thesis", "db06": "thesis", "bdcc": "thesis", "7a1f": "thesis", "93fc": "report", "18ws": "report", "18gh": "report",
    "8042": "report", "816b": "article", "ddb1": "dataset", "5ce6": "software", "15cd": "patent", "8544": "speech", "12cd": "map",
}  # fmt: skip
"""The numbers that COAR's vocabulary has for kinds of work; repositories give them as addresses."""

TYPES = MappingProxyType(
    {
        "coar": {f"{scheme}://purl.org/coar/resource_type/c_{code}": kind for code, kind in _COAR.items() for scheme in ("http", "https")},
        "hal": {
            "art": "article-journal", "artrev": "article-journal", "datapaper": "article-journal", "bookreview": "article-journal",
            "comm": "paper-conference", "poster": "paper-conference", "couv": "chapter", "ouv": "book", "douv": "book",
            "ouvs": "book", "proceedings": "book", "issue": "book", "patent": "patent", "report": "report", "creport": "report",
            "these": "thesis", "hdr": "thesis", "mem": "thesis", "etabthese": "thesis", "preprint": "article", "undefined": "article",
            "workingpaper": "report", "techreport": "report", "memlic": "thesis", "lecture": "speech", "presconf": "speech",
            "software": "software", "map": "map", "video": "motion_picture", "img": "graphic", "son": "song", "blog": "post-weblog",
            "trad": "book", "noticeencyclo": "entry-encyclopedia", "notice": "entry-encyclopedia", "dictionary": "entry-dictionary",
        },
        "datacite": {
            "audiovisual": "motion_picture", "book": "book", "bookchapter": "chapter", "collection": "collection",
            "computationalnotebook": "software", "conferencepaper": "paper-conference", "conferenceproceeding": "book",
            "datapaper": "article-journal", "dataset": "dataset", "dissertation": "thesis", "event": "event", "image": "graphic",
            "interactiveresource": "webpage", "journal": "periodical", "journalarticle": "article-journal", "model": "dataset",
            "outputmanagementplan": "report", "peerreview": "article-journal", "poster": "paper-conference", "preprint": "article",
            "presentation": "speech", "report": "report", "software": "software", "sound": "song", "standard": "standard",
            "workflow": "software",
        },
        "marc": {
            "am": "book", "tm": "manuscript", "aa": "chapter", "ab": "article-journal", "as": "periodical", "em": "map", "fm": "map",
            "cm": "musical_score", "dm": "musical_score", "jm": "song", "gm": "motion_picture", "km": "graphic", "mm": "software",
            "ta": "chapter", "mb": "article-journal", "ac": "collection", "im": "song",
        },
        "mods": {
            "cartographic": "map", "notated music": "musical_score", "sound recording": "song", "sound recording-musical": "song",
            "still image": "graphic", "moving image": "motion_picture", "software, multimedia": "software",
        },
    }
)  # fmt: skip
"""By format, then by its code (folded)."""
