"""Words for kinds of work, as research portals print them in their languages, and the CSL types and genres that they mean."""

import pytest

from litcli.extract import engine
from litcli.extract.normalise import kind_of_work
from litcli.extract.result import Extraction
from tests.extract.texts import page

KINDS = {
    "article-journal": (
        "Article|Review article|Letter|Editorial|Comment/debate|Short survey|Artikel|Übersichtsartikel|Leitartikel|Kommentar/Debatte|"
        "Overzichtsartikel|Redactioneel|Commentaar/debat|Tidsskriftartikel|Kommentar/debat|Ledare|Debattartikel|Artículo de revisión|"
        "Comentario/Debate|Article de revisió|Artigo de revisão|Articolo|Editoriale|Article de revue|Artykuł przeglądowy|Katsausartikkeli|"
        "Pääkirjoitus|Přehledový článek|総説|文献综述|社论|사설|Oversiktsartikkel"
    ),
    "paper-conference": (
        "Conference contribution|Poster|Meeting Abstract|Conference article|Konferenzbeitrag|Conferentiebijdrage|"
        "Konferencebidrag i proceedings|Konferensbidrag|Contribución a la conferencia|Póster|Contribució a la conferència|"
        "Contribuição para conferência|Contributo a conferenza|Communication à une conférence|Konferenssiartikkeli|"
        "Příspěvek ve sborníku|Materiały konferencyjne|会議への寄与|会议稿件|컨퍼런스 기고|Konferansebidrag"
    ),
    "chapter": "Chapter|Kapitel|Beitrag in Sammelwerk|Hoofdstuk|Bidrag til bog/antologi|Capítulo|Capítol|Capitolo|Chapitre|Rozdział|Kapitola",
    "book": "Book|Anthology|Buch|Sammelband|Boek|Antologi|Bog|Bok|Libro|Antología|Llibre|Livro|Livre|Książka|Kirja|Kniha|著書|书籍",
    "report": "Report|Commissioned report|Bericht|Forschungsbericht|Rapport|Informe|Relatório|Rapporto|Raport|Raportti|報告書|报告|보고서",
    "article": "Preprint|Vorabdruck|Prépublication|Fortryk|Esijulkaisu|プレプリント|预印本",
    "dataset": "Dataset|Datensatz|Datasæt|Conjunto de datos|Jeu de données|データセット|数据集|Dataaineisto|Zbiór danych|Datasett",
    "patent": "Patent|Patente|Brevet|Brevetto|Patentti|特許|专利|특허|Octrooi",
    "software": "Software|Logiciel|Programvara|Ohjelmisto|ソフトウェア|软件|소프트웨어|Computerprogramm",
    "entry-encyclopedia": "Entry for encyclopedia/dictionary|Lexikonbeitrag",
    "thesis/Doctoral thesis": (
        "Doctoral Thesis|PhD Thesis|Doktorarbeit|Proefschrift|Ph.d.-afhandling|Doktorsavhandling|Tesis doctoral|Tesi doctoral|"
        "Tese de doutorado|Tesi di dottorato|Thèse de doctorat|Rozprawa doktorska|Väitöskirja|Disertační práce|博士論文|博士论文"
    ),
    "thesis/Master's thesis": (
        "Master's Thesis|Masterarbeit|Masterscriptie|Kandidatspeciale|Masteruppsats|Tesis de maestría|Dissertação de mestrado|"
        "Mémoire de master|Praca magisterska|Pro gradu -tutkielma|Diplomová práce|修士論文|硕士论文|Masteroppgave"
    ),
    "report/Working paper": (
        "Working paper|Discussion paper|Arbeitspapier|Arbejdspapir|Documento de trabajo|Document de travail|Documento di lavoro|"
        "Document de treball|Työpaperi|Pracovní dokument|ワーキングペーパー|工作论文|Werkdocument"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "word"), [(kind, word) for kind, words in KINDS.items() for word in words.split("|")])
def test_a_word_for_a_kind_of_work(kind, word):
    assert kind_of_work(word) == kind


@pytest.mark.parametrize(
    ("word", "type_", "genre"),
    [
        ("Doctoral Thesis", "thesis", "Doctoral Thesis"),
        ("Masterarbeit", "thesis", "Masterarbeit"),
        ("Thèse de doctorat", "thesis", "Thèse de doctorat"),
        ("Working paper", "report", "Working paper"),
        ("Article", "article-journal", None),
    ],
)
def test_the_genre_of_theses_and_reports_stands_as_printed(word, type_, genre):
    abstract = (
        "The growth of the moss on old roofs was measured for two years in three towns, and the rain of each month was noted."
    )
    reading = engine.read(
        page(f"Title: Moss on old roofs\nAuthor: Bergqvist, Anna\nType: {word}\nYear: 2012\n\nAbstract: {abstract}\n")
    )
    assert isinstance(reading, Extraction)
    assert (reading.record["type"], reading.record.get("genre")) == (type_, genre)
