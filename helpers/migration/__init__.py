"""People on the move: how many lived outside their country of birth or citizenship, by place and year."""

from helpers.migration.stock import REGIONS, WORLD, YEARS, Place, find, places, said

__all__ = ["REGIONS", "WORLD", "YEARS", "Place", "find", "places", "said"]
