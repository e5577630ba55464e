"""What the course costs: ``make bench`` measures and prints, and asserts nothing."""
