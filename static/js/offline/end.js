/* The end of the visit: what is missing, what fails, the signature or the refusal.
   A signature belongs to what stood on the screen; when that changes, it is asked for again. */

import { $, $$, copy, fill, lines } from "./dom.js";
import { fit, openPads } from "./pads.js";
import { unfit } from "./pictures.js";
import { digest } from "./record.js";

const SLOT = "conclude";
const OFFICER = "officer-"; // and the key of the member of the team
let pad;

const openPad = (canvas) => {
  fit(canvas);
  pad ??= new SignaturePad(canvas, { penColor: "#10294b" });
  pad.clear();
};

const draw = async (canvas, file) => {
  if (!file) return;
  const picture = await createImageBitmap(file);
  const { width, height } = canvas.getBoundingClientRect();
  canvas.getContext("2d").drawImage(picture, 0, 0, width, height);
};

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const totals = (record, page) => {
  const unasked = record.unasked;
  const results = record.rows.map((row) => (
    unasked.has(row.key) ? "not_applicable" : record.answer(row).result));
  const counts = record.bundle.results.map(({ value, label }) => (
    { label, count: results.filter((result) => result === value).length }));
  const photos = record.rows.flatMap((row) => record.photos(row)).length;
  lines($(".tot", page), "total", [...counts, { label: "新拍照片", count: photos }]);
  const troubles = record.rows.filter((row) => ["fails", "partly", "not_fixed"].includes(
    unasked.has(row.key) ? "" : record.answer(row).result));
  $("[data-troubles]", page).replaceChildren(...troubles.map((row) => copy("trouble", {
    level: row.level, text: record.answer(row).facts || row.phrase || row.text,
    code: `${row.code}${record.fixed[row.key] ? "　已当场整改" : ""}`,
  })));
};

const typed = (form) => Object.fromEntries(
  ["outcome", "signed_by", "reason", "witness"].map((name) => [name, form.elements[name].value.trim()]));

const fault = (data, file, confirmed) => {
  if (data.outcome === "refused") {
    if (!data.reason || !data.witness) return "拒绝签字的，请写明原因和见证人（姓名和单位）。";
  } else {
    if (!data.signed_by) return "请填写签字人的姓名和职务。";
    if (!file) return "还没有签名。请在框内签字，或者拍下纸质笔录的签名。";
  }
  return confirmed ? "" : "请先宣读或者交单位负责人阅看，再勾选确认。";
};

/* One end at a time: what is typed, the file of the chosen outcome, and what was on the screen. */
class Ending {
  constructor(record, form, changed) {
    const act = record.latest(SLOT);
    const stale = act && !act.done && !same(act.data.signed, record.contents());
    Object.assign(this, { record, form, changed, file: stale ? null : act?.file ?? null });
    const officers = Object.keys(act?.data ?? {}).filter((name) => name.startsWith(OFFICER));
    this.drawn = stale ? {} : Object.fromEntries(officers.map((name) => [name, act.data[name]]));
    this.stale = Boolean(stale && (act.file || officers.length));
    this.queue = Promise.resolve();
  }

  save(ready = false) {
    const { record, form, file } = this;
    const data = { ...typed(form), ...this.drawn, confirm: ready, at: record.minute, name: file?.name ?? "签名.png", signed: record.contents() };
    this.queue = this.queue.then(async () => {
      const sha256 = file ? await digest(file) : "";
      await record.write(SLOT, "conclude", data, { ready, file, sha256 });
    }).then(this.changed);
    return this.queue;
  }

  finish() {
    const { form } = this;
    const why = fault(typed(form), this.file, form.elements.confirm.checked);
    fill(form, { fault: why });
    if (!why) this.save(true).then(() => { location.hash = ""; });
  }
}

const showForm = (record, form, changed) => {
  const ending = new Ending(record, form, changed);
  const data = record.latest(SLOT)?.data ?? {};
  for (const name of ["signed_by", "reason", "witness"]) form.elements[name].value = data[name] ?? "";
  form.elements.outcome.value = data.outcome || "signed";
  form.elements.confirm.checked = false;
  const canvas = $("canvas", form);
  const chosen = $("[data-chosen]", form);
  openPad(canvas);
  if (form.elements.outcome.value === "signed") draw(canvas, ending.file);
  openPads($("[data-officers]", form), record.bundle.about.officers, ending.drawn, () => ending.save());
  fill(form, { fault: ending.stale ? "签字以后内容有改动，请核对后重新签字。" : "" });
  chosen.textContent = form.elements.outcome.value !== "signed" && ending.file ? ending.file.name : "拍照";
  pad.removeEventListener("endStroke", pad.kept);
  pad.kept = () => canvas.toBlob((blob) => {
    ending.file = new File([blob], "签名.png", { type: "image/png" });
    ending.save();
  }, "image/png");
  pad.addEventListener("endStroke", pad.kept);
  const drop = () => {
    ending.file = null;
    pad.clear();
    chosen.textContent = "拍照";
    ending.save();
  };
  $("[data-clear]", form).onclick = drop;
  for (const radio of $$("[name=outcome]", form)) radio.onchange = drop;
  form.elements.picture.onchange = async ({ target }) => {
    const [file] = target.files;
    const why = await unfit(file);
    target.value = "";
    fill(form, { fault: why });
    if (why) return;
    ending.file = file;
    chosen.textContent = file.name;
    ending.save();
  };
  for (const name of ["signed_by", "reason", "witness"]) form.elements[name].oninput = () => ending.save();
  form.onsubmit = (event) => {
    event.preventDefault();
    ending.finish();
  };
};

export const showEnd = (record, page, changed) => {
  const missing = record.missing();
  const act = record.latest(SLOT);
  const closed = Boolean(act?.ready);
  $("[data-missing]", page).hidden = closed || missing.length === 0;
  $("[data-missing] ul", page).replaceChildren(...missing.map((text) => copy("gap", { text })));
  $("[data-closed]", page).hidden = !closed;
  const form = $("form", page);
  form.hidden = closed || missing.length > 0;
  if (!form.hidden) {
    totals(record, page);
    showForm(record, form, changed);
  }
  $("[data-again]", page).hidden = Boolean(act?.tried || act?.done);
  $("[data-again]", page).onclick = async () => {
    await record.forget(act);
    changed();
    showEnd(record, page, changed);
  };
};
