"""What `Tests/Shells/run` is made of."""
