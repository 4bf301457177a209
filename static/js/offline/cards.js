/* One area of the checklist: a card for each item, with answer, facts, phrase and photos. */

import { $, $$, copy, fill } from "./dom.js";
import { addFix, showFix } from "./fixes.js";
import { unfit } from "./pictures.js";
import { digest } from "./record.js";

const LOOKS = { conforms: "yes", fixed: "yes", fails: "no", not_fixed: "no" };

const typed = (record, row, card) => record.record(`${record.kind}:${row.key}`, record.kind, {
  key: row.key,
  result: $("input[type=radio]:checked", card)?.value ?? "",
  facts: $("textarea", card).value,
}, { ready: Boolean($("input[type=radio]:checked", card)) });

const choices = (record, row, card, answer) => {
  $(".tri", card).append(...record.bundle.results.map(({ value, label }) => {
    const choice = copy("choice", { label });
    const input = $("input", choice);
    choice.className = LOOKS[value] ?? "na";
    Object.assign(input, { name: `result-${row.key}`, value, checked: value === answer.result });
    return choice;
  }));
};

const phrases = (record, row, card, save) => {
  const select = $("select", card);
  for (const text of [row.phrase, ...record.bundle.phrases].filter(Boolean)) {
    select.add(new Option(text, text));
  }
  select.addEventListener("change", () => {
    const facts = $("textarea", card);
    if (select.value && !facts.value.includes(select.value)) {
      facts.value = [facts.value.trim(), select.value].filter(Boolean).join("\n");
      save();
    }
    select.value = "";
  });
};

const showPhotos = (record, row, card, changed) => {
  const kept = record.bundle.recorded[row.key]?.photos ?? [];
  $(".opt[data-text=kept]", card).textContent = kept.length ? `系统里已有 ${kept.length} 张` : "可以不加";
  for (const shot of $$("[data-shot]", card)) {
    URL.revokeObjectURL($("img", shot).src);
    shot.remove();
  }
  $("[data-photos] .shots", card).append(...record.photos(row).map((act) => {
    const shot = copy("shot", { name: act.done ? "已同步" : act.data.name });
    $("img", shot).src = URL.createObjectURL(act.file);
    const remove = $("button", shot);
    remove.addEventListener("click", async () => {
      if ((act.tried || act.done) && !window.confirm("这张照片已经同步或者正在同步，删除后系统里标为“已撤回”，编号和原件保留。")) return;
      await record.removePhoto(act);
      showPhotos(record, row, card, changed);
      showFix(record, row, card);
      changed();
    });
    return shot;
  }));
};

/* The very bytes of the camera are kept; their digest goes along and is compared on arrival. */
const takePhotos = async (record, row, card, input, changed) => {
  const refused = [];
  for (const file of [...input.files]) {
    const why = await unfit(file);
    if (why) {
      refused.push(why);
      continue;
    }
    const data = { key: row.key, name: file.name };
    const kept = { file, sha256: await digest(file) };
    await record.write(`photo:${crypto.randomUUID()}`, "photo", data, kept);
  }
  input.value = "";
  fill(card, { refused: refused.join("") });
  showPhotos(record, row, card, changed);
  showFix(record, row, card);
  changed();
};

const cardOf = (record, row, place, changed) => {
  const answer = record.answer(row);
  const card = copy("card", { place, code: row.code, level: row.level, text: row.text });
  card.dataset.key = row.key;
  $(".basis div", card).replaceChildren(...row.more.map((text) => copy("line", { text })));
  choices(record, row, card, answer);
  const facts = $("textarea", card);
  facts.value = answer.facts;
  const save = async () => {
    await typed(record, row, card);
    const fails = record.answer(row).result === "fails";
    if (!fails && (record.begunFix(row) || record.fix(row).words)) await record.dropFix(row);
    showFix(record, row, card);
    changed();
  };
  facts.addEventListener("input", save);
  $(".tri", card).addEventListener("change", save);
  phrases(record, row, card, save);
  const input = $("[data-photos] input", card);
  input.addEventListener("change", () => takePhotos(record, row, card, input, changed));
  showPhotos(record, row, card, changed);
  addFix(record, row, card, changed);
  return card;
};

/* What depends on another answer is hidden and not filled in; the server decides the same. */
const showAsked = (record, list) => {
  const unasked = record.unasked;
  for (const card of $$("[data-key]", list)) {
    $("[data-asked]", card).hidden = unasked.has(card.dataset.key);
    $("[data-unasked]", card).hidden = !unasked.has(card.dataset.key);
  }
};

export const showArea = (record, area, page, changed) => {
  const list = $("[data-cards]", page);
  const after = () => {
    showAsked(record, list);
    changed();
  };
  list.replaceChildren(...area.rows.map((row, number) => (
    cardOf(record, row, `第 ${number + 1} 项，共 ${area.rows.length} 项`, after))));
  fill(page, { title: area.title });
  showAsked(record, list);
};
