"""One reader a file format ▶ Grid."""
