"""The elements of MODS and the fields of the record that stand in them: the tables of `litcli.formats.mods`.

What a work that stands in another has of that other (its volume, pages, publisher, ISSN) is said of the host; of any other work the
same elements stand at the top. Both are read, whatever the type.
"""

from litcli.formats._base import Row
from litcli.formats._xml_write import Paths
from litcli.model.types import ARTICLES

PARTS = ARTICLES | {"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"}
"""Types that stand in another work."""
HOST = "relatedItem[host]/"

_OF_THE_WHOLE = (
    ("editor", "name[edt]"),
    ("collection-title", "relatedItem[series]/titleInfo/title"),
    ("collection-number", "relatedItem[series]/titleInfo/partNumber"),
    ("volume", "part/detail[volume]/number"),
    ("issue", "part/detail[issue]/number"),
    ("page", "part/extent[pages]"),
    ("edition", "originInfo/edition"),
    ("publisher", "originInfo/publisher"),
    ("publisher-place", "originInfo/place/placeTerm[text]"),
    ("ISSN", "identifier[issn]"),
    ("ISBN", "identifier[isbn]"),
)
"""What is said of the host where there is one."""

BOTH_WAYS = (
    Row("title", "titleInfo/title"),
    Row("title-short", "titleInfo[abbreviated]/title"),
    Row("translated-title", "titleInfo[translated]/title"),
    Row("author", "name[aut]"),
    Row("translator", "name[trl]"),
    Row("supervisor", "name[ths]"),
    Row("event-title", "name[conference]"),
    Row("container-title", f"{HOST}titleInfo/title"),
    Row("container-title-short", f"{HOST}titleInfo[abbreviated]/title"),
    *(Row(field, f"{HOST}{path}", PARTS) for field, path in _OF_THE_WHOLE),
    *(Row(field, path) for field, path in _OF_THE_WHOLE),
    Row("genre", "genre"),
    Row("issued", "originInfo/dateIssued"),
    Row("submitted", "originInfo/dateOther[submitted]"),
    Row("accepted", "originInfo/dateOther[accepted]"),
    Row("available-date", "originInfo/dateOther[available]"),
    Row("original-title", "relatedItem[original]/titleInfo/title"),
    Row("original-date", "relatedItem[original]/originInfo/dateIssued"),
    Row("language", "language/languageTerm[code]"),
    Row("number-of-pages", "physicalDescription/extent"),
    Row("abstract", "abstract"),
    Row("translated-abstract", "abstract[translated]"),
    Row("note", "note"),
    Row("funding", "note[funding]"),
    Row("version", "note[version identification]"),
    Row("editorial-notice", "note[editorial notice]"),
    Row("keyword", "subject/topic"),
    Row("index-term", "subject[local]/topic"),
    Row("mesh", "subject[mesh]/topic"),
    Row("number", f"{HOST}part/detail[articlenumber]/number", ARTICLES),
    Row("number", "part/detail[number]/number"),
    Row("DOI", "identifier[doi]"),
    Row("PMID", "identifier[pmid]"),
    Row("PMCID", "identifier[pmc]"),
    Row("arXiv", "identifier[arXiv]"),
    Row("handle", "identifier[hdl]"),
    Row("URL", "location/url"),
    Row("attachment", "location/url[raw object]"),
    Row("archive", "location/physicalLocation"),
    Row("accessed", "originInfo/dateCaptured"),
    Row("license", "accessCondition[use and reproduction]"),
    *(
        Row(field, f"extension/field[{field}]")
        for field in (
            *("authors-incomplete", "event-place", "event-date", "status", "peer-reviewed", "citation-count", "citation-source"),
            *("related", "extra"),
        )
    ),
)
EXPORT_ONLY = (Row("publisher", "name[dgg]", frozenset({"thesis"})),)
IMPORT_ONLY = (
    *(Row(field, path) for field, path in _OF_THE_WHOLE),
    *(Row(field, f"{HOST}{path}") for field, path in _OF_THE_WHOLE),
    *(
        Row(field, f"{HOST}{HOST}{path}")
        for field, path in (("collection-title", "titleInfo/title"), ("ISSN", "identifier[issn]"))
    ),
    Row("collection-title", "relatedItem[series]/titleInfo/title"),
    Row("collection-number", "relatedItem[series]/part/detail[volume]/number"),
    Row("collection-number", f"{HOST}relatedItem[series]/part/detail[volume]/number"),
    Row("original-title", "titleInfo[alternative]/title"),
    Row("issued", f"{HOST}originInfo/dateIssued"),
    Row("issued", "originInfo/copyrightDate"),
    Row("issued", "originInfo/dateCreated"),
    Row("issued", f"{HOST}originInfo/copyrightDate"),
    Row("issued", "part/date"),
    Row("issued", f"{HOST}part/date"),
    Row("language", "language/languageTerm[text]"),
    Row("language", "language/languageTerm"),
    Row("language", "language"),
    Row("number", "identifier[eid]"),
    Row("number", "identifier[report number]"),
    Row("number", "part/detail[articlenumber]/number"),
    Row("number", "part/detail[number]/number"),
    Row("number", f"{HOST}part/detail[number]/number"),
    Row("PMID", "identifier[pubmed]"),
    Row("PMCID", "identifier[pmcid]"),
    Row("arXiv", "identifier[arxiv]"),
    Row("handle", "identifier[handle]"),
    Row("handle", "identifier[Handle]"),
    Row("DOI", "identifier[DOI]"),
    Row("ISBN", "identifier[ISBN]"),
    Row("ISSN", "identifier[ISSN]"),
    Row("URL", "identifier[uri]"),
    Row("URL", "identifier[url]"),
    Row("URL", "location/url[object in context]"),
    Row("keyword", "subject/geographic"),
    Row("keyword", "subject/temporal"),
    Row("index-term", "subject[lcsh]/topic"),
    Row("license", "accessCondition"),
)
LEFT_OUT = frozenset(
    {
        *("identifier[citekey]", "typeOfResource", "originInfo/issuance", f"{HOST}originInfo/issuance", f"{HOST}genre"),
        *(f"{HOST}genre[{authority}]" for authority in ("marcgt", "bibutilsgt", "local", "csl")),
        *("genre[csl]", "genre[local]", "genre[marcgt]", "genre[bibutilsgt]", "extension/field[tags]"),
        *(
            "recordInfo/recordCreationDate",
            "recordInfo/recordChangeDate",
            "recordInfo/recordOrigin",
            "recordInfo/recordContentSource",
        ),
        *("recordInfo/languageOfCataloging/languageTerm[code]", "recordInfo/descriptionStandard"),
    }
)
"""Elements that say nothing of the work, or that are read together with others."""

PATHS = Paths(
    told_by={
        "": "type",
        "extent": "unit",
        "field": "name",
        "genre": "authority",
        "subject": "authority",
        "classification": "authority",
        "url": "access",
    },
    apart=frozenset({"subject", "location"}),
    more={"languageTerm[code]": {"authority": "rfc3066"}},
)
OWN = frozenset(
    {
        *("classification", "tableOfContents", "targetAudience"),
        *("titleInfo", "genre", "originInfo", "physicalDescription", "note", "subject", "relatedItem", "identifier", "location"),
        *("accessCondition", "part", "recordInfo", "name"),
    }
)
"""Elements whose lines of `extra` become elements again, where a path leads into them or an attribute tells them apart."""
