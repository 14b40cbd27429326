"""Grid ▶ header, the role of each column, and the rows of the items."""
