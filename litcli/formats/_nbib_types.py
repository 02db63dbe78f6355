"""What MEDLINE calls kinds of works and languages, as data for `litcli.formats.nbib`."""

from litcli.model.types import TYPES

_OF_MEDLINE = {
    "article-journal": "Journal Article",
    "article-newspaper": "Newspaper Article",
    "article": "Preprint",
    "chapter": "Book Chapter",
    "interview": "Interview",
    "legal_case": "Legal Case",
    "motion_picture": "Video-Audio Media",
    "report": "Technical Report",
    "speech": "Lecture",
    "thesis": "Academic Dissertation",
}
PT = {type_: label for type_, label in TYPES.items() if type_ != "review"} | _OF_MEDLINE
"""CSL type to publication type: MEDLINE's own where it has one, the type's label otherwise. Its "Review" is an article's kind."""

_IMPORT_ONLY = {
    "books": "book",
    "collected work": "book",
    "congress": "paper-conference",
    "speeches/meeting papers": "paper-conference",
    "dissertations/theses": "thesis",
    "dissertations/theses - doctoral dissertations": "thesis",
    "dissertations/theses - masters theses": "thesis",
    "reports - research": "report",
    "webcast": "motion_picture",
    "webcasts": "motion_picture",
    "lectures": "speech",
    "study guide": "book",
}
FROM_PT = _IMPORT_ONLY | {label.casefold(): type_ for type_, label in PT.items()}
"""Publication type, folded, to CSL type; what is not here ("Review", "Editorial") tells no type."""

LANGUAGES = {
    "en": "eng", "de": "ger", "fr": "fre", "es": "spa", "it": "ita", "pt": "por", "nl": "dut", "sv": "swe", "da": "dan", "nb": "nob",
    "no": "nor", "fi": "fin", "pl": "pol", "cs": "cze", "sk": "slo", "hu": "hun", "ru": "rus", "uk": "ukr", "ja": "jpn", "zh": "chi",
    "ko": "kor", "tr": "tur", "el": "gre", "he": "heb", "ar": "ara", "fa": "per", "ro": "rum", "hr": "hrv", "sr": "srp", "sl": "slv",
}  # fmt: skip
"""Two letters to MEDLINE's three; a language that is not here is written by its code."""
