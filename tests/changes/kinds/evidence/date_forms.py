"""Changes of how the visible date line is written."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from tests.changes import tree
from tests.changes.kinds.kind import add
from tests.changes.subject import Subject

_MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip
_DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

Form = Callable[[datetime], str]
_FORMS: Final[dict[str, tuple[str, Form]]] = {
    "numbers": ("day and month as numbers", lambda d: f"{d:%d/%m/%Y %H:%M} WIB"),
    "dotted": ("a dot in the time", lambda d: f"{d.day} {_MONTHS[d.month - 1]} {d:%Y, %H.%M} WIB"),
    "pukul": (
        "the word for o'clock",
        lambda d: f"{_DAYS[d.weekday()]} {d.day} {_MONTHS[d.month - 1]} {d:%Y pukul %H:%M} WIB",
    ),
    "short": (
        "shortened names",
        lambda d: f"{_DAYS[d.weekday()][:3]}, {d:%d} {_MONTHS[d.month - 1][:3]} {d:%Y %H:%M} WIB",
    ),
    "iso": ("ISO 8601", lambda d: f"{d:%Y-%m-%d %H:%M} WIB"),
    "english": ("English", lambda d: f"{d:%B %d, %Y %I:%M %p} (GMT+7)"),
    "bar": (
        "a bar before the time",
        lambda d: f"{_DAYS[d.weekday()]}, {d:%d} {_MONTHS[d.month - 1]} {d:%Y | %H:%M} WIB",
    ),
    "seconds": ("seconds", lambda d: f"{d.day} {_MONTHS[d.month - 1]} {d:%Y %H:%M:%S} WIB"),
}


def _written(form: Form) -> Callable[[Subject], bytes | None]:
    def change(subject: Subject) -> bytes | None:
        date_line, record = subject.date_line, subject.facts.record
        if date_line is None or not record["date_published"].endswith("+07:00"):
            return None
        tree.fill(date_line, [], form(datetime.fromisoformat(record["date_published"])))
        return subject.page()

    return change


for _name, (_what, _form) in _FORMS.items():
    _why = f"The date line is written another way: {_what}."
    add("evidence", f"date-line-in-{_name}", _why, _written(_form), says=("weekday_",))
