"""覆盖规则: who must be checked how often, what that means now, and what would meet it all.

Plain functions over plain data (`facts`): no database, no clock. `checking` judges a proposal with
arithmetic of its own; an import contract keeps it apart from what it judges.
"""
