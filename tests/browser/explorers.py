"""What readers do with each explorer, by mouse and by keyboard, and what they then read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Use:
    """One thing done: to which control, by which hand, and what stands afterwards in which part.

    By mouse ``text`` is chosen in a list or filled into a line; without it the control is clicked. By keyboard the
    control is focused, ``keys`` are pressed, and ``text`` is typed.
    """

    control: str
    part: str
    told: str
    text: str | None = None
    hand: str = "mouse"
    keys: tuple[str, ...] = ()


def by_keyboard(control: str, part: str, told: str, *keys: str, text: str | None = None) -> Use:
    """A use by keyboard alone."""
    return Use(control, part, told, text, "keyboard", keys)


USES: dict[str, tuple[Use, ...]] = {
    "01_masthead": (
        Use("#symbol-example", "#symbol-parts", "Addendum", "A/53/625/Add.1"),
        by_keyboard("#symbol-own", "#symbol-parts", "Adopted in 2000", "Control+A", text="S/RES/1325 (2000)"),
    ),
}
