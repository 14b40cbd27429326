"""Monthly briefings on a district's livelihood projects, from the raw table."""
