"""What Binder does with this repository, replayed without Docker: ``make binder-check``."""
