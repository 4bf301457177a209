"""登记变更: the paper of a change, and a merger by it."""

from units import services

BASIS = "示编〔2026〕1号"
ARCHIVES = "移交示例区档案馆"
TOLD = {"basis": BASIS, "archives_to": ARCHIVES}


def merge(unit, heir, clerk, on, **changed):
    return services.merge(unit, heir, actor=clerk, on=on, **{**TOLD, **changed})
