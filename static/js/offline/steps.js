/* 告知—亮证—询问—查看—记录—阅核: a tap stores the step and this minute; the time can be corrected.
   The lawful order is the server's (queries/steps.py), which decides again. */

import { $, copy, fill } from "./dom.js";
import { clock } from "./record.js";

/* Why a step cannot be at that time; "" when it can. */
const fault = (record, step, at) => {
  const times = { ...record.times, [step.kind]: at };
  const labels = Object.fromEntries(record.bundle.steps.map(({ kind, label }) => [kind, label]));
  if (at < record.arrived) return `${step.label}的时间不能早于到达时间（${record.arrived}），没有保存。`;
  for (const { kind, label, needs } of record.bundle.steps.filter((one) => times[one.kind])) {
    const open = needs.find((before) => !times[before]);
    if (open) return `还没有记下“${labels[open]}”，不能${label}。`;
    const late = needs.find((before) => times[before] > times[kind]);
    if (late) return `${label}不能早于${labels[late]}（${times[late]}），没有保存。`;
  }
  return "";
};

const rowOf = (record, step, list, changed) => {
  const row = copy("step", { label: step.label, how: step.how, act: `记录${step.label}` });
  row.dataset.step = step.kind;
  const input = $("input", row);
  const take = async (at) => {
    const why = at ? fault(record, step, at) : "请写明时间。";
    if (!why) await record.take(step.kind, at);
    showRow(record, step, row);
    fill(list, { fault: "" });
    fill(row, { fault: why });
    changed();
  };
  $("button", row).onclick = () => take(clock());
  input.onchange = () => take(input.value);
  showRow(record, step, row);
  return row;
};

const showRow = (record, step, row) => {
  const at = record.times[step.kind] ?? "";
  $("input", row).value = at;
  $("[data-taken]", row).hidden = !at;
  $("button", row).hidden = Boolean(at);
};

export const showSteps = (record, page, changed) => {
  const list = $("[data-steps]", page);
  list.replaceChildren(...record.bundle.steps.map((step) => rowOf(record, step, list, changed)));
};
