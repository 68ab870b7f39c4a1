"""Sections of liputan6 with text articles, as addresses name them (rows of June 2025)."""

from typing import Final

from newsspider.sites.site import Section

SECTIONS: Final = {
    name: Section(name)
    for name in (
        "news", "bisnis", "bola", "showbiz", "tekno", "health", "lifestyle", "global", "regional",
        "citizen6", "crypto", "saham", "islami", "otomotif", "opini", "disabilitas", "cek-fakta",
        "on-off", "surabaya", "hot",
    )
}  # fmt: skip
