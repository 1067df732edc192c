"""The tables of each organisation of the demo world, by its key."""

from procurement_csr.demo import helsingborg, sodertorn

TABLES = {
    "helsingborg": helsingborg.TABLES,
    "haninge": sodertorn.HANINGE,
    "nynashamn": sodertorn.NYNASHAMN,
    "tornberget": sodertorn.TORNBERGET,
}
