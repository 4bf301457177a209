/* 当场整改 in a card that does not conform: what was done, and how it looks now. How it looked
   before is the first photo of the card, as on the page with network. */

import { $, copy, fill } from "./dom.js";
import { unfit } from "./pictures.js";
import { digest } from "./record.js";

const showAfter = (record, row, place, save) => {
  const { file } = record.fix(row);
  const old = $("[data-after]", place);
  if (old) {
    URL.revokeObjectURL($("img", old).src);
    old.remove();
  }
  if (!file) return;
  const shot = copy("shot", { name: "整改后" });
  shot.removeAttribute("data-shot");
  shot.dataset.after = "";
  $("img", shot).src = URL.createObjectURL(file);
  $("button", shot).onclick = () => save({ file: null, sha256: "", name: "" });
  $(".shots", place).append(shot);
};

/* Shown while the card does not conform. */
export const showFix = (record, row, card) => {
  const place = $("[data-fix]", card);
  place.hidden = record.bundle.about.look_back || record.answer(row).result !== "fails";
  const { by } = record.fix(row);
  const begun = record.begunFix(row);
  fill(place, {
    fixed: begun ? record.lackOfFix(row) || "已写全，联网后同步" : by ? `${by}已登记` : "没有当场改好的不填",
  });
};

export const addFix = (record, row, card, changed) => {
  const place = $("[data-fix]", card);
  const words = $("textarea", place);
  const input = $("input", place);
  words.value = record.fix(row).words;
  const save = async (values) => {
    await record.noteFix(row, values);
    showAfter(record, row, place, save);
    showFix(record, row, card);
    changed();
  };
  words.addEventListener("input", () => save({ words: words.value }));
  input.addEventListener("change", async () => {
    const [file] = input.files;
    const why = await unfit(file);
    input.value = "";
    fill(place, { unfit: why });
    if (!why) await save({ file, name: file.name, sha256: await digest(file) });
  });
  showAfter(record, row, place, save);
  showFix(record, row, card);
};
