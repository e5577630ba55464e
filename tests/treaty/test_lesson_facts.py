"""What lesson 12 and its assignment say of the tables together is in the tables."""

from __future__ import annotations

from datetime import date

from helpers.resources import read_table
from helpers.treaty import DATA_END, participants, status

STOCK = {
    int(row["m49"]): int(row["migrants"])
    for row in read_table("migration/migrant_stock.csv")
    if row["year"] == "2019" and row["kind"] == "country"
}


def test_none_of_the_ten_largest_stocks_is_in_the_table() -> None:
    ten = sorted(STOCK, key=lambda code: -STOCK[code])[:10]
    assert ten == [840, 276, 682, 643, 826, 784, 250, 124, 36, 380]
    assert not set(ten) & {state.m49 for state in participants()}


def test_four_parties_had_more_than_two_million() -> None:
    large = [state.name for state in status(DATA_END).parties if STOCK.get(state.m49, 0) > 2_000_000]
    assert sorted(large) == ["Argentina", "Bangladesh", "Côte d’Ivoire", "Türkiye"]


def test_three_joined_in_the_year_after_and_none_in_the_year_before() -> None:
    def joined(after: date, by: date) -> list[str]:
        return [s.name for s in participants() if s.instrument and after < s.instrument <= by]

    assert joined(date(1997, 12, 9), date(1998, 12, 9)) == []
    assert joined(date(1997, 12, 12), date(1998, 12, 12)) == []
    assert joined(date(1998, 12, 9), date(1999, 12, 9)) == ["Azerbaijan", "Mexico", "Senegal"]


def test_twenty_five_signatures_fall_in_a_september() -> None:
    assert sum(state.signature.month == 9 for state in participants() if state.signature) == 25


def test_thirty_one_acceded() -> None:
    kinds = [state.instrument_kind for state in participants() if state.instrument]
    assert (kinds.count("accession"), kinds.count("ratification")) == (31, 29)
