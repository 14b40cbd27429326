"""Monthly briefings on a district's livelihood projects, from the raw table."""

PROGRAM = "reportgen"  # the keyword by which our own documents are known again
