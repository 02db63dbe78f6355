"""A page inside a mail message: one of an mbox, an .eml file, or a browser's .mht.

The body is the page, HTML before plain text; the subject is put above it where the body does not say it, since a mail of a
page often has the title there.

What surprised us: Python's email package takes gigabytes for a subject of some hundred thousand characters, and fails in its own
ways (too deep a recursion among them) where comments or parts lie in each other a thousand deep. So headers are cut, and a
message that it cannot take apart is its text as it stands.
"""

import re
from email import message_from_bytes, policy

_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z-]*:[^\n]*\r?\n(?:[ \t]+[^\n]*\r?\n)*)+")
_ENVELOPE = re.compile(rb"From [^\n]*\n")
_LONGEST_HEADER = 4000
_POLICY = policy.default.clone(header_factory=lambda name, value: policy.default.header_factory(name, value[:_LONGEST_HEADER]))
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|sv|vs)\s*:\s*)+", re.IGNORECASE)


def is_mail(head: bytes) -> bool:
    """Say whether an input is one mail message, not an mbox: its headers name a MIME version or say who wrote to whom."""
    if head.startswith(b"From "):
        return False
    headers = _HEADERS.match(head[:32768])
    if not headers:
        return False
    block = b"\n" + headers[0].lower()
    return b"\nmime-version:" in block or all(b"\n" + name in block for name in (b"from:", b"subject:", b"date:"))


def body(content: bytes) -> str:
    """Return the page in a mail message; without headers, what follows the envelope line."""
    content = _ENVELOPE.sub(b"", content, count=1) if content.startswith(b"From ") else content
    if not _HEADERS.match(content):
        return content.decode(errors="replace")
    try:
        message = message_from_bytes(content, policy=_POLICY)
        part = message.get_body(("html", "plain"))
        text = str(part.get_content()) if part is not None else ""
        subject = _REPLY.sub("", str(message.get("subject", ""))).strip()
    except Exception:  # noqa: BLE001  the package raises many kinds; a broken mail must not stop the batch
        return content.decode(errors="replace")
    if not subject or subject in text or part is None or part.get_content_type() == "text/html":
        return text
    return f"{subject}\n\n{text}"
