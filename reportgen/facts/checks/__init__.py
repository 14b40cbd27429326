"""Each thing asked for held against what is told of it: met, likely, short, missed or silent."""
