"""Formats, locales, in-text citations, and what a title must not be able to do."""

import io
import zipfile

import pytest

from litcli.citations.bibliography import cite, in_text, lacking
from litcli.errors import UnknownName
from litcli.model.entry import Entry
from litcli.model.record import Record, Value
from tests.citations.works import WORKS

_BY_KEY = {entry.citekey: entry for entry in WORKS}


def _article(**fields: Value) -> Entry:
    record: Record = {
        "type": "article-journal",
        "title": "On bees",
        "author": [{"family": "Ng", "given": "Amy"}],
        "issued": {"date-parts": [[2013]]},
        "container-title": "Bees",
        "volume": "2",
    }
    return Entry("ng2013", record | fields)


def test_numeric_styles_keep_the_order_given() -> None:
    two = [_BY_KEY["undated"], _BY_KEY["chapter"]]
    assert [line[:4] for line in str(cite(two, style="ieee")).splitlines()] == ["[1] ", "[2] "]
    assert "Old bees" in str(cite(two, style="ieee")).splitlines()[0]
    assert "eye" in str(cite(two[::-1], style="ieee")).splitlines()[0]


@pytest.mark.parametrize(
    ("format_", "written"),
    [
        ("text", "Ng, A. (2013). On bees. Bees, 2.\n"),
        ("markdown", "Ng, A. (2013). On bees. *Bees*, *2*.\n"),
        ("latex", "Ng, A. (2013). On bees. \\emph{Bees}, \\emph{2}.\n"),
        ("typst", "Ng, A. (2013). On bees. #emph[Bees], #emph[2].\n"),
    ],
)
def test_each_reference_is_one_paragraph(format_: str, written: str) -> None:
    assert cite([_article()], format=format_) == written


def test_html_is_a_fragment_with_an_element_a_reference() -> None:
    written = str(cite([_article()], format="html"))
    assert (
        '<div id="ref-ng2013" class="csl-entry" role="listitem">\nNg, A. (2013). On bees. <em>Bees</em>, <em>2</em>.\n</div>'
        in written
    )
    assert "<html" not in written


@pytest.mark.parametrize(("format_", "member"), [("docx", "word/document.xml"), ("odt", "content.xml")])
def test_documents_are_bytes(format_: str, member: str) -> None:
    written = cite([_article()], format=format_)
    assert isinstance(written, bytes)
    assert b"On bees" in zipfile.ZipFile(io.BytesIO(written)).read(member)


def test_rtf_is_a_whole_document() -> None:
    assert str(cite([_article()], format="rtf")).startswith("{\\rtf1")


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("apa", "(Semeraro et al., 2013; Young, 2015)\n"),
        ("ieee", "[1], [2]\n"),
        ("vancouver", "(1,2)\n"),
        ("nature", "1,2\n"),
        ("mla", "(Semeraro et al.; Young)\n"),
        ("chicago", "(Semeraro et al. 2013; Young 2015)\n"),
        ("harvard", "(Semeraro et al., 2013; Young, 2015)\n"),
    ],
)
def test_citations_in_the_text(style: str, written: str) -> None:
    assert in_text([_BY_KEY["article"], _BY_KEY["chapter"]], style=style) == written


def test_a_citation_in_the_text_stands_in_a_sentence() -> None:
    two = [_BY_KEY["article"], _BY_KEY["chapter"]]
    assert in_text(two, style="nature", format="html") == "<sup>1,2</sup>\n"
    assert in_text(two, style="nature", format="latex") == "\\textsuperscript{1,2}\n"


def test_a_style_of_notes_lists_its_notes() -> None:
    title = "Ann B. Young, “The Eye and Its Lens,” in Handbook of Anatomy, 2nd ed., vol. 3, "
    note = f"{title}ed. Jane Doe and Richard Roe (Springer, 2015).\n"
    assert cite([_BY_KEY["chapter"]], style="chicago-notes") == note
    assert in_text([_BY_KEY["chapter"]], style="chicago-notes") == note


@pytest.mark.parametrize(
    ("locale", "terms"),
    [
        (None, "(Eds.), Handbook of anatomy (2nd ed., Vol. 3, pp. 123–145)"),
        ("de", "(Hrsg.), Handbook of anatomy (2. Aufl., Bd. 3, S. 123–145)"),
    ],
)
def test_locales(locale: str | None, terms: str) -> None:
    assert f"In J. Doe & R. Roe {terms}. Springer." in str(cite([_BY_KEY["chapter"]], locale=locale))


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("β-blockers and p53 in mRNA of c-Myc", "“β-Blockers and p53 in mRNA of c-Myc.”"),
        ("The <i>in vivo</i> H<sub>2</sub>O", "“The in Vivo H₂O.”"),
        ("A <script>alert(1)</script>", "“A <Script>alert(1)</Script>.”"),
        ("Costs $5 *Per* _Day_ \\Input{X} [1](2)", "“Costs $5 *Per* _Day_ \\Input{X} [1](2).”"),
        ("1 < 2 & 3 > 2", "“1 < 2 & 3 > 2.”"),
        ("@Doe: -- `X` {Y} ~Z~ ^W^ #V", "“@Doe: -- `X` {Y} ~Z~ ^W^ #V.”"),
        ('The "New" O\'Neil', "“The ‘New’ O’Neil.”"),
    ],
)
def test_a_title_stays_as_it_is(title: str, shown: str) -> None:
    assert shown in str(cite([_article(title=title)], style="mla"))


@pytest.mark.parametrize(
    ("format_", "shown"),
    [
        ("html", "<em>Die Biologie von</em> E. coli <em>und Hefe</em> [Biology]."),
        ("markdown", "*Die Biologie von* E. coli *und Hefe* \\[Biology\\]."),
        ("latex", "\\emph{Die Biologie von} E. coli \\emph{und Hefe} {[}Biology{]}."),
        ("typst", "#emph[Die Biologie von] E. coli #emph[und Hefe] \\[Biology\\]."),
        ("text", "Die Biologie von E. coli und Hefe [Biology]."),
    ],
)
def test_italics_within_italics_stand_upright(format_: str, shown: str) -> None:
    title = "Die Biologie von <i>E. coli</i> und Hefe"
    book = Entry("k", {"type": "book", "title": title, "translated-title": "Biology", "language": "de"})
    assert shown in str(cite([book], format=format_))


def test_a_title_is_never_markup_of_the_target() -> None:
    evil = _article(title="<script>x</script> \\input{y} *z*")
    assert "&lt;script&gt;x&lt;/script&gt; \\input{y} *z*" in str(cite([evil], format="html"))
    assert "\\textbackslash input\\{y\\}" in str(cite([evil], format="latex"))
    assert "\\<script\\>x\\</script\\>" in str(cite([evil], format="markdown"))


def test_titles_in_other_languages_keep_their_capitals() -> None:
    assert "“Über das Auge der Katze.”" in str(cite([_article(title="Über das Auge der Katze", language="de")], style="mla"))


def test_authors_whom_the_page_leaves_out_are_told() -> None:
    entry = _article(**{"authors-incomplete": "yes"})
    assert str(cite([entry], style="vancouver")).startswith("1. Ng A, et al. On bees.")


def test_a_note_overrules_no_field_and_adds_what_has_none() -> None:
    assert cite([_article(note="volume: 99\nissued: 1999\n{:title: No}")]) == cite([_article()])
    assert "[DVD]" in str(cite([_article(type="motion_picture", note="medium: DVD")]))


@pytest.mark.parametrize(
    ("fields", "written"),
    [
        ({"status": "Published"}, "Ng, A. (2013). On bees. Bees, 2.\n"),
        ({"status": "Accepted/In press", "issued": {}}, "Ng, A. (in press). On bees. Bees, 2.\n"),
        ({"status": "Udgivet", "issued": {}}, "Ng, A. (n.d.). On bees. Bees, 2.\n"),
    ],
)
def test_a_status_is_printed_where_there_is_no_date(fields: Record, written: str) -> None:
    assert cite([_article(**fields)]) == written


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("apa", " https://arxiv.org/abs/2101.00001\n"),
        ("apa", "(arXiv:2101.00001). arXiv. "),
        ("nature", "https://arxiv.org/abs/2101.00001"),
    ],
)
def test_a_preprint_without_a_doi_is_found_at_arxiv(style: str, shown: str) -> None:
    preprint: Record = {"type": "article", "title": "On bees", "author": [{"family": "Ng"}], "arXiv": "2101.00001"}
    assert shown in str(cite([Entry("k", preprint)], style=style))


def test_a_published_work_is_not_cited_as_its_preprint() -> None:
    assert cite([_article(arXiv="2101.00001")]) == cite([_article()])


def test_any_citekey_will_do() -> None:
    entries = [Entry(key, _article().record) for key in ("a b", "@x; [y]", "é\\#", "-", "a" * 300)]
    assert len(str(cite(entries, style="ieee")).splitlines()) == 5
    assert in_text(entries, style="ieee") == "[1], [2], [3], [4], [5]\n"


def test_what_is_lacking_still_prints() -> None:
    bare = Entry("bare", {"type": "article-journal", "title": "On bees"})
    assert cite([bare]) == "On bees. (n.d.).\n"
    assert lacking(bare) == ("author", "issued", "container-title", "volume", "issue", "page")
    assert lacking(_BY_KEY["article"]) == ()


def test_a_style_lacks_only_what_it_prints() -> None:
    bare = Entry("bare", {"type": "article-journal", "title": "On bees", "author": [{"family": "Ng"}], "number": "e1"})
    assert lacking(bare, "ieee") == ("issued", "container-title", "volume", "issue")
    assert lacking(bare, "nature") == ("issued", "container-title", "volume")


def test_nothing_to_cite_gives_nothing() -> None:
    assert cite([]) == ""
    assert in_text([]) == ""


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"format": "pdf"}, "no format of citations is called 'pdf'; there are text, html"),
        ({"locale": "xx"}, "no locale is called 'xx'"),
        ({"locale": "de-XX"}, "did you mean de-AT or de-CH or de-DE?"),
        ({"style": "vancuver"}, "no style is called 'vancuver'; did you mean vancouver"),
    ],
)
def test_an_unknown_name_is_said_so(options: dict[str, str], says: str) -> None:
    with pytest.raises(UnknownName) as caught:
        cite([_article()], **options)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("format_", "shown"),
    [
        ("text", "Ng, Amy: On bees."),
        ("html", '<span style="font-variant: small-caps">Ng, Amy</span>: On bees.'),
        ("latex", "\\textsc{Ng, Amy}: On bees."),
        ("typst", "#smallcaps[Ng, Amy]: On bees."),
    ],
)
def test_small_capitals(format_: str, shown: str) -> None:
    assert shown in str(cite([_article(volume="")], style="din-1505-2", format=format_))


def test_a_style_of_two_lines_gives_one_line() -> None:
    assert str(cite([_article()], style="journal-of-juridical-sciences")) == "NG A 2013. On bees. Bees 2.\n"


def test_the_order_given_and_numbers() -> None:
    two = [_BY_KEY["chapter"], _BY_KEY["article"]]
    assert [line[:12] for line in str(cite(two, order="given")).splitlines()] == ["Young, A. B.", "Semeraro, M."]
    assert [line[:7] for line in str(cite(two, numbered=True)).splitlines()] == ["1. Seme", "2. Youn"]
    assert str(cite(two, style="ieee", numbered=True)) == str(cite(two, style="ieee"))
    assert str(cite(two, numbered=True, format="html")).count("<li>") == 2
    assert "\\begin{enumerate}" in str(cite(two, numbered=True, format="latex"))


def test_html_has_anchors_and_links() -> None:
    shown = str(cite([Entry("a b", _article(DOI="10.1/a<b>&c").record)], format="html"))
    assert '<div id="ref-a_b"' in shown
    assert 'href="https://doi.org/10.1/a&lt;b&gt;&amp;c"' in shown
    assert 'href="javascript:' not in str(cite([_article(URL="javascript:alert(1)")], format="html"))
