"""Real servers and processes for the tests, private to one run."""
