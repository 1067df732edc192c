"""How fast the pages are, beside their own questions to the database and an empty page: `make bench`."""
