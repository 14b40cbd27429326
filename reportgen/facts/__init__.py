"""Chinese text ▶ facts, each with its Span, and what an item asks for held against them."""
