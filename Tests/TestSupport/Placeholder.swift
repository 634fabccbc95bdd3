// Doubles for tests: each in a file of its own.
