"""Pages of an archive that no portal knows: each of its parts in a place that only a description tells."""

from litcli.pages.decode import to_page
from litcli.pages.page import Page, Source

ABSTRACT = (
    "{} wurde über Jahrhunderte genutzt. Wir berichten von den Zeiten, in denen das geschah, und von den Leuten, die davon lebten, "
    "in drei Dörfern am Rand der Heide."
)


def heide(title: str, names: str, journal: str, volume: str, date: str, subject: str) -> str:
    """Return a page of the archive."""
    return "\n".join(
        (
            "Heidearchiv, Bestand der Bibliothek",
            title,
            names,
            f"Blatt: {journal}",
            f"Bogen {volume}",
            date,
            "Worum es geht",
            ABSTRACT.format(subject),
            "Im selben Regal",
            f"{subject} und mehr",
            "",
        )
    )


TORF = heide(
    "Vom Torf und seinen Zeiten in der Heide", "Anna Moor, Karl Fell", "Moorkundliche Blätter", "14", "12. März 1985", "Torf"
)
SCHNUCKEN = heide("Die Schnucken und ihre Hirten", "Ida Brandt", "Heimatblätter der Heide", "3", "3. Mai 1991", "Wolle")
BIENEN = heide("Bienenkörbe im späten Sommer", "Otto Wiese, Lena Busch", "Imkerbote", "22", "30. August 1979", "Honig")
PAGES = {"a-torf.txt": TORF, "b-schnucken.txt": SCHNUCKEN, "c-bienen.txt": BIENEN}


def page_of(text: str) -> Page:
    """Return a text as a page."""
    return to_page(Source("page.txt", 1, text.encode(), "text/plain"))
