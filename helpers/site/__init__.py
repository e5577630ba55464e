"""``course site``: the web edition, a book of all lessons with a live edition that needs no server."""
