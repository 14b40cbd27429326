"""What the progress tells of each thing asked for: counts, parts, steps, promises."""
