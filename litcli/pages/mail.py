"""A page inside a mail message: one of an mbox, an .eml file, or what a browser saves as .mhtml.

The body is the page, HTML before plain text; the subject is put above it where the body does not say it, since a mail of a
page often has the title there. A saved page tells its address, which becomes part of the page's origin.

What surprised us: Python's email package takes gigabytes for a subject of some hundred thousand characters, and fails in its own
ways (too deep a recursion among them) where comments or parts lie in each other a thousand deep. So headers are cut, and a
message that it cannot take apart is its text as it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from typing import cast

from litcli.errors import InputError
from litcli.pages.decode import decode
from litcli.pages.given import HTML_TYPES, TOO_LARGE, Given, Spot
from litcli.pages.page import Found

_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z-]*:[^\n]*\r?\n(?:[ \t]+[^\n]*\r?\n)*)+")
_ENVELOPE = re.compile(rb"From [^\n]*\n")
_LONGEST_HEADER = 4000
_POLICY = policy.default.clone(header_factory=lambda name, value: policy.default.header_factory(name, value[:_LONGEST_HEADER]))
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|sv|vs)\s*:\s*)+", re.IGNORECASE)


_ADDRESS = re.compile(r"(?:https?|ftp|file)://\S+", re.IGNORECASE)


def pages(given: Given) -> Iterator[Found] | None:
    """Return the page in one mail message; None for what is none, or an mbox of several."""
    return _pages(given) if _is_mail(given.head) else None


def page_of(spot: Spot, content: bytes) -> Found:
    """Return the page in a mail message; without headers, what follows the envelope line."""
    content = _ENVELOPE.sub(b"", content, count=1) if content.startswith(b"From ") else content
    try:
        body = _body(content, spot.name) if _HEADERS.match(content) else None
    except Exception:  # noqa: BLE001  the package raises many kinds; a broken mail must not stop the batch
        body = None
    if body is None:
        return spot.page(content.decode(errors="replace"))
    place = Spot(f"{spot.origin}#{body.address}", spot.ordinal, spot.offset) if body.address else spot
    return place.page(body.text, body.doubts, body.media_type)


@dataclass(frozen=True)
class _Body:
    text: str
    media_type: str
    doubts: tuple[str, ...]
    address: str
    """Where a browser that saved the page had it from; "" for a letter."""


def _is_mail(head: bytes) -> bool:
    """Tell one mail message by its headers: they name a MIME version or say who wrote to whom."""
    if head.startswith(b"From "):
        return False
    headers = _HEADERS.match(head[:32768])
    if not headers:
        return False
    block = b"\n" + headers[0].lower()
    return b"\nmime-version:" in block or all(b"\n" + name in block for name in (b"from:", b"subject:", b"date:"))


def _pages(given: Given) -> Iterator[Found]:
    content = given.whole()
    spot = Spot(given.origin, 1)
    yield InputError(given.origin, TOO_LARGE) if content is None else page_of(spot, content)


def _body(content: bytes, place: str) -> _Body:
    message = message_from_bytes(content, policy=_POLICY)
    part = message.get_body(("html", "plain"))
    if part is None:
        return _Body("", "", (), "")
    decoded = decode(cast("bytes", part.get_payload(decode=True)), place, part.get_content_charset())
    stated = part.get_content_type()
    subject = _REPLY.sub("", str(message.get("subject", ""))).strip()
    above = "" if stated in HTML_TYPES or not subject or subject in decoded.text else f"{subject}\n\n"
    return _Body(above + decoded.text, stated, decoded.doubts, _address(part, message))


def _address(*parts: Message) -> str:
    stated = (part.get(name) for part in parts for name in ("content-location", "snapshot-content-location"))
    return next((found[0] for place in stated if place and (found := _ADDRESS.fullmatch("".join(str(place).split())))), "")
