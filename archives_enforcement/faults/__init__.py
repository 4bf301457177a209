"""过错: the forms of fault in enforcement, and the facts of a record that light a lamp."""

from archives_enforcement.faults.catalogue import FORMS, LAMPS, Form, Lamp, Lit, relit

__all__ = ["FORMS", "LAMPS", "Form", "Lamp", "Lit", "relit"]
