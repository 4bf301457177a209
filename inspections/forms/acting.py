"""Kept while pages move to the platform's forms."""

from archives_enforcement.forms import ActForm, ReasonForm

__all__ = ["ActForm", "ReasonForm"]
