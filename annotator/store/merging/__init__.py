"""Taking in another copy of a project: what it has that is not here, row by row, and its entries word for word."""
