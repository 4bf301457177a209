"""A generated city, written into PostgreSQL by COPY: how the system answers when it is full.

The rows look lawful (every held check has its team, results, record, letter, delivery, clocks and
entries of the trail) but no service made them: digests are made up, and nobody may take them for
proof. Everything follows from running numbers, so that two cities of one size are the same.
"""
