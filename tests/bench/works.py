"""Invented works: the same number gives the same work on every machine; the BibTeX that a peer imports is made of them too.

Titles and abstracts are put together from tables of phrases, so no two pages are alike and nothing from outside is needed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

SPECIES = (
    "bumblebees|hawkmoths|lacewings|mayflies|pipistrelle bats|nightjars|tree frogs|glow-worms|field crickets|ground beetles|"
    "orb spiders|garden snails|harvest mice|tawny owls|marsh orchids|evening primrose|sea lavender|river mussels|brown trout|"
    "hedgehogs|swifts|dormice|stag beetles|water voles|natterjack toads|burnet moths|mason bees|kelp gulls|eelgrass|peat mosses"
).split("|")
CAUSES = (
    "street lighting|road salt|late mowing|warm winters|sheep grazing|noise at night|nitrogen rain|drained ditches|hedge removal|"
    "solar fields|ferry traffic|copper run-off|tourism in spring|wind turbines|fallow strips|controlled fire|dry summers"
).split("|")
OUTCOMES = (
    "foraging range|breeding success|seed set|winter survival|species richness|body size|call rate|larval growth|nest choice|"
    "diet breadth|time of emergence|gene flow|parasite load|flight height|home range"
).split("|")
PLACES = (
    "orchards|upland bogs|canal banks|urban parks|salt marshes|vineyards|river islands|old quarries|alpine meadows|coastal dunes|"
    "allotment gardens|beech woods|rice terraces|railway cuttings|stone walls"
).split("|")
METHODS = (
    "a field trial|a ten-year survey|a paired design|camera records|a meta-analysis|a stable-isotope study|acoustic loggers|"
    "a common-garden experiment|a Bayesian model|museum records"
).split("|")
SENTENCES = (
    "We counted {species} in {number} {place} and related {outcome} to {cause}.",
    "Across {number} sites, {outcome} fell by {number}% where {cause} had begun within the last decade (95% CI {small}.1 to {number}.4).",
    "Neither the age of the site nor the distance to the next town explained the difference in {outcome} (p = 0.{number}).",
    "By contrast, {place} without {cause} kept their {species} in every year of the study.",
    "Earlier work on {species} was confined to {place} and could not separate {cause} from {other}.",
    "Here we use {method} with {number} plots to do so, and repeat it in two regions.",
    "Effects were strongest in May and June, when {species} depend on {place} most.",
    "A model with {cause} and {other} explained {number}% of the variance in {outcome}; a model with climate alone explained {small}%.",
    "The results hold when the {small} largest sites are left out, and for each of the {small} observers alone.",
    "We recommend that {cause} be limited near {place} until {outcome} has been measured for longer than {small} years.",
    "Populations of {species} recovered within {small} seasons after {cause} had ended, though {outcome} lagged behind.",
    "Our data are open, and the code that made every figure comes with them.",
)
FAMILIES = (
    *(
        "Holt Kvam Galon Osk Brückner Raghunathan Tsai Šimůnek Wiśniewska Petrov Yamada Okafor Ibáñez Moreau Lefèvre O'Donoghue McAllister "
        "Papadakis Yılmaz Horváth Ionescu Ødegård Åkesson Tamm Fernández-Ruiz Lo Ng Chen"
    ).split(),
    *("de Vries", "van den Berg", "von Arnim", "dos Santos", "García Lorca"),
    *(
        first + last
        for first in (
            "And Berg Brand Cas Dal Eck Fal Grün Hal Ing Jans Kar Lind Mar Nor Ols Pal Quint Ros Sand Thor Ull Vest Wal Zim Ács Bél Čer Dür "
            "Fær Gör Hjel Jør Kön Lån Mül Nyg Öst Pét Røn Söd Tür Vår Żuk"
        ).split()
        for last in "ersen mann qvist ini ova ez berg strøm etti ski ović escu dahl feld ier man ton ura".split()
    ),
)
GIVENS = (
    "Maren Josef Ida Peer Lena Jörg Maja Priya Ingrid Kwabena Wei-Ling Elina Pekka Helena Anselmo Olaf Maria Åse Jens-Uwe Zdeněk "
    "Katarzyna Ivan Svetlana Hiroshi Chidi Luz José Claire André Niamh Fergus Pieter Sanne Clemens Rafael Federica Marco Eleni Kemal "
    "Ayşe Gábor Zsófia Radu Ana Luca Sophie Urs Regula Lukas Mette Søren Karin Nils Sven Mart Kadri Ilze Arvo Carmen Ming Li"
).split()
JOURNALS = (
    "Journal of Nocturnal Ecology|Annals of Invented Botany|Zeitschrift für Angewandte Nachtökologie|Nordisk Tidsskrift for Insekter|"
    "Revista de Ecología Inventada|Journal of Shift Work|Freshwater Letters|Tidskrift för Landskapsvård|Acta Zoologica Ficta|"
    "Tijdschrift voor Heggenbeheer|Quarterly Review of Hedges|Proceedings of the Fenmoor Society B|Island Biology|Ecology & Roads"
).split("|")
KEYWORDS = (*SPECIES, *CAUSES, *OUTCOMES)


@dataclass(frozen=True)
class Work:
    """One invented article."""

    number: int
    title: str
    authors: tuple[tuple[str, str], ...]
    """Family and given name of each."""
    journal: str
    year: int
    month: int
    volume: int
    issue: int
    first_page: int
    last_page: int
    keywords: tuple[str, ...]
    sentences: tuple[str, ...]
    doi: str

    @property
    def abstract(self) -> str:
        """The abstract, one paragraph."""
        return " ".join(self.sentences)

    @property
    def pages(self) -> str:
        """First and last page."""
        return f"{self.first_page}-{self.last_page}"

    @property
    def names(self) -> list[str]:
        """The authors as most pages print them."""
        return [f"{given} {family}" for family, given in self.authors]


def work(number: int) -> Work:
    """Return the work with this number."""
    chance = Random(number)  # noqa: S311  the same for the same number is what is wanted
    first = chance.randrange(1, 900)
    volume = chance.randrange(2, 60)
    return Work(
        number,
        _title(chance),
        tuple((chance.choice(FAMILIES), chance.choice(GIVENS)) for _ in range(chance.choice((1, 2, 3, 3, 4, 5, 8)))),
        chance.choice(JOURNALS),
        chance.randrange(1985, 2026),
        chance.randrange(1, 13),
        volume,
        chance.randrange(1, 12),
        first,
        first + chance.randrange(3, 30),
        tuple(chance.sample(KEYWORDS, chance.randrange(3, 7))),
        tuple(sentence(chance) for _ in range(chance.randrange(6, 13))),
        f"10.5555/inv.{volume}.{number:06d}",
    )


def sentence(chance: Random) -> str:
    """Return one sentence of an abstract."""
    return chance.choice(SENTENCES).format(
        species=chance.choice(SPECIES),
        cause=chance.choice(CAUSES),
        other=chance.choice(CAUSES),
        outcome=chance.choice(OUTCOMES),
        place=chance.choice(PLACES),
        method=chance.choice(METHODS),
        number=chance.randrange(11, 98),
        small=chance.randrange(2, 10),
    )


def bibtex(works: Sequence[Work]) -> str:
    """Return the works as a BibTeX file, ready for a peer."""
    return "\n".join(map(_entry, works))


def _title(chance: Random) -> str:
    species, cause, outcome, place = (chance.choice(table) for table in (SPECIES, CAUSES, OUTCOMES, PLACES))
    patterns = (
        f"Effects of {cause} on the {outcome} of {species} in {place}",
        f"{species.capitalize()} and {cause}: {outcome} in {place} after {chance.randrange(2, 40)} years",
        f"Does {cause} change the {outcome} of {species}? Evidence from {chance.randrange(5, 90)} {place}",
        f"{outcome.capitalize()} of {species} along a gradient of {cause}: {chance.choice(METHODS)} in {place}",
        f"{place.capitalize()} as a refuge for {species} from {cause}, {chance.choice(CAUSES)} and {chance.choice(CAUSES)}",
    )
    return chance.choice(patterns)


def _entry(work: Work) -> str:
    return (
        f"@article{{work{work.number},\n"
        f"  author = {{{' and '.join(f'{family}, {given}' for family, given in work.authors)}}},\n"
        f"  title = {{{{{work.title}}}}},\n"
        f"  journal = {{{work.journal.replace('&', chr(92) + '&')}}},\n"
        f"  year = {{{work.year}}},\n"
        f"  volume = {{{work.volume}}},\n"
        f"  number = {{{work.issue}}},\n"
        f"  pages = {{{work.first_page}--{work.last_page}}},\n"
        f"  doi = {{{work.doi}}},\n"
        f"  keywords = {{{', '.join(work.keywords)}}},\n"
        f"  abstract = {{{work.abstract.replace('%', chr(92) + '%')}}}\n"
        "}\n"
    )
