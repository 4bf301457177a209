"""The demonstration: a sample year played through the same services as the pages."""
