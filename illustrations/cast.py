"""The recurring people of the pictures, by what they wear."""

from __future__ import annotations

from people import Look
from svg import (
    GOLD,
    GREEN,
    GREY,
    LAKE,
    NIGHT,
    PAPER,
    RED,
    SAND,
    SKIN_DARK,
    SKIN_LIGHT,
    SKIN_MID,
    TEAL,
    WINE,
    WOOD,
    WOOD_DARK,
)

OFFICIAL = Look(PAPER, trousers=NIGHT, skin=SKIN_MID)
OFFICIAL_WOMAN = Look(PAPER, trousers=NIGHT, skin=SKIN_LIGHT, style="bob")
SECRETARY = Look(RED, skin=SKIN_LIGHT, style="bob")
VETERAN = Look(GREEN, skin=SKIN_DARK, hair=GREY)
ELDER = Look(WOOD, trousers=WOOD_DARK, skin=SKIN_DARK, hair=GREY)
GRANDMOTHER = Look(WINE, skin=SKIN_MID, hair=GREY, style="bun", garment="tunic")
TEACHER = Look(GOLD, trousers=NIGHT, skin=SKIN_LIGHT, style="tail")
YOUTH = Look(TEAL, trousers=WOOD_DARK, skin=SKIN_MID, sleeves="short")
CLERK = Look(TEAL, skin=SKIN_LIGHT, style="bun")
FARMER = Look(LAKE, trousers=NIGHT, skin=SKIN_DARK, sleeves="short", hat=True, strap=RED)
FARMER_BROWN = Look(WOOD, trousers=WOOD_DARK, skin=SKIN_DARK, hat=True)
FARMER_WOMAN = Look(RED, skin=SKIN_MID, style="tail", garment="tunic", hat=True, strap=TEAL)
FARMER_GREEN = Look(GREEN, skin=SKIN_MID, style="tail", garment="tunic", hat=True, strap=RED)
CHILD = Look(GOLD, trousers=TEAL, skin=SKIN_LIGHT, sleeves="short")
CHILD_GIRL = Look(SAND, trousers=RED, skin=SKIN_LIGHT, style="tail", sleeves="short")
