"""What a target or a plan asks for, and by when."""
