"""The locales that CSL has terms for; pandoc takes any other for en-US without a word."""

from litcli.errors import UnknownName

LOCALES: tuple[str, ...] = tuple(
    (
        "af-ZA ar bal-PK bg-BG ca-AD cs-CZ cy-GB da-DK de-AT de-CH de-DE el-GR en-GB en-US es-CL es-ES es-MX et-EE eu "
        "fa-IR fi-FI fr-CA fr-FR gl-ES he-IL hi-IN hr-HR hu-HU id-ID is-IS it-IT ja-JP km-KH ko-KR la lij-IT lt-LT lv-LV "
        "mn-MN ms-MY nb-NO nl-NL nn-NO pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI sr-Cyrl-RS sr-RS sv-SE th-TH tr-TR uk-UA "
        "vi-VN zh-CN zh-TW"
    ).split()
)


def find(name: str) -> str:
    """Return the locale that is meant: "de" is "de-DE", "en_gb" is "en-GB".

    >>> find("de"), find("en"), find("en_gb"), find("pt-br"), find("nb")
    ('de-DE', 'en-US', 'en-GB', 'pt-BR', 'nb-NO')
    """
    asked = name.replace("_", "-").casefold()
    likely = (asked, f"{asked}-{asked}", {"en": "en-us", "zh": "zh-cn", "pt": "pt-pt", "es": "es-es"}.get(asked, asked))
    for known in LOCALES:
        if known.casefold() in likely:
            return known
    near = [known for known in LOCALES if known.casefold().split("-")[0] == asked.split("-")[0]]
    if len(near) == 1 and "-" not in asked:
        return near[0]
    raise UnknownName("locale", name, near, otherwise="one looks like de-DE or pt-BR")
