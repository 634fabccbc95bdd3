"""What goes wrong, and how it is made to."""
