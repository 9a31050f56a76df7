"""What a firm is called for short."""

from __future__ import annotations

import re

# บริษัท |นาดีซีเมนต์ จำกัด: what stands before a firm's own name
_FIRM = re.compile(r"(?:บริษัท|บมจ\.|บจก\.|บจ\.|หจก\.|ห้างหุ้นส่วนจำกัด|กลุ่มบริษัท)[ ]?")
# letters of a short form that a firm's name goes on from without a blank
_SHORT_FORM = 5


def begins_firm(full: str, name: str) -> bool:
    """Whether a firm's own name goes on from the short one without a blank: บริษัท บ้านนาซีเมนต์ จำกัด (มหาชน), บ้านนา."""
    head = _FIRM.match(full)
    if head is None or not full.startswith(name, head.end()):
        return False
    behind = full[head.end() + len(name) : head.end() + len(name) + 1]
    return len(name) >= _SHORT_FORM and ("ก" <= behind <= "ฮ" or "เ" <= behind <= "ไ")
