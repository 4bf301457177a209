/* What did not go through: refusals with their reason, and conflicts with both versions side by
   side. Nothing is overwritten before the officer has chosen. */

import { $, copy, fill, when } from "./dom.js";
import { MOST } from "./people.js";
import * as store from "./store.js";

const FACTS = [
  ["met", "其他在场人员"], ["summary", "检查概况"], ["oral_feedback_to", "口头反馈对象"],
  ["oral_feedback", "口头反馈内容"], ["left_at", "离开时间"],
];

const labelOf = (record, value) => (
  record.bundle.results.find((result) => result.value === value)?.label ?? "没有记录");

/* A version as rows of words: [name, text]. */
const words = (record, kind, version) => {
  if (kind === "start") return [["到达", version.arrived_at], ["地点", version.place]];
  if (kind === "fix") return [["当场整改", version.words]];
  if (kind === "step") return [["时间", version.at]];
  if (kind === "facts") {
    const people = version.people.map(({ name, title }) => `${name}${title ? `（${title}）` : ""}`);
    const powers = record.bundle.about.powers.filter(({ value }) => version.powers.includes(value));
    return [["在场人员", people.join("、")], ["检查方式", version.methods.join("、")],
      ["行使的职权", powers.map(({ label }) => label).join("、")],
      ...FACTS.map(([name, label]) => [label, version[name]])];
  }
  return [["结果", labelOf(record, version.result)], ["事实", version.facts]];
};

const column = (record, act, version, head) => {
  const made = copy("version", { head });
  $("dl", made).append(...words(record, act.kind, version).flatMap(([label, text]) => {
    const pair = copy("pair", { label, text: text || "（空）" });
    return [...pair.children];
  }));
  $("ul", made).append(...(version.photos ?? []).map(({ name, url }) => {
    const line = copy("photo-link", { name });
    $("a", line).href = url;
    return line;
  }));
  return made;
};

const joined = (mine, theirs) => (
  mine === theirs || !theirs ? mine : !mine ? theirs : `${theirs}\n${mine}`);

const union = (theirs, mine) => (
  [...new Set([...theirs, ...mine].map((one) => JSON.stringify(one)))].map((text) => JSON.parse(text)));

const both = (record, act) => {
  const { data, theirs } = act;
  if (act.kind === "fix") return { ...data, words: joined(data.words, theirs.words) };
  if (act.kind !== "facts") {
    const named = (name, text) => (text && name ? `${name}：${text}` : text);
    return { ...data, facts: joined(named(record.bundle.user.name, data.facts), named(theirs.by, theirs.facts)) };
  }
  const texts = FACTS.filter(([name]) => name !== "left_at").map(([name]) => (
    [name, joined(data[name], theirs[name]).replaceAll("\n", name === "oral_feedback" || name === "summary" ? "\n" : "、")]));
  return {
    ...data, ...Object.fromEntries(texts),
    methods: union(theirs.methods, data.methods),
    powers: union(theirs.powers, data.powers),
    people: union(theirs.people, data.people).slice(0, MOST),
  };
};

/* Their version becomes what this device knows; mine goes. Photos are evidence and are sent. */
const takeTheirs = async (record, act) => {
  const { bundle } = record;
  const { theirs } = act;
  if (act.kind === "start") {
    const { steps, ...arrival } = theirs;
    Object.assign(bundle.about, arrival, { begun: true });
    bundle.steps = steps;
  } else if (act.kind === "step") {
    Object.assign(record.step(act.data.step), theirs);
    if (act.read) bundle.read = act.read; // their 阅核 is of all that has been sent from here
  } else if (act.kind === "facts") {
    const { seen, ...facts } = theirs;
    bundle.facts = facts;
  } else if (act.kind === "fix") {
    const { key } = act.data;
    bundle.recorded[key] = { ...record.answer({ key }), ...bundle.recorded[key], fix: theirs };
  } else bundle.recorded[act.data.key] = theirs;
  for (const old of record.acts.filter(({ slot }) => slot === act.slot)) await record.forget(old);
  if (theirs.seen !== undefined) bundle.seen[act.slot] = theirs.seen;
  await store.keepBundle(bundle);
};

const takeMine = async (record, act, data) => {
  await record.see(act.slot, act.theirs.seen);
  await record.change(act, { data, theirs: null, at: new Date().toISOString() });
};

const nameOf = (record, act) => {
  if (act.kind === "start") return "开始检查";
  if (act.kind === "facts") return "现场情况和口头反馈";
  if (act.kind === "step") return record.step(act.data.step).label;
  if (act.kind === "conclude") return "结束检查";
  const row = record.rows.find(({ key }) => key === act.data.key);
  const sort = { photo: "照片　", withdraw: "撤回照片　", fix: "当场整改　" }[act.kind] ?? "";
  return `${sort}${row ? `${row.code}　${row.text}` : ""}`;
};

const conflict = (record, act, settled) => {
  const { by, at } = act.theirs;
  const made = copy("conflict", { name: nameOf(record, act) });
  $("[data-versions]", made).append(
    column(record, act, act.data, `我的　${when(act.at)}`),
    column(record, act, act.theirs, `${by || "系统里已有的"}　${when(at)}`),
  );
  const choose = (name, work, offered = true) => {
    $(`[data-choose=${name}]`, made).hidden = !offered;
    $(`[data-choose=${name}]`, made).onclick = () => work().then(settled);
  };
  choose("mine", () => takeMine(record, act, act.data), act.kind !== "start");
  choose("both", () => takeMine(record, act, both(record, act)), !["start", "step"].includes(act.kind));
  choose("theirs", () => takeTheirs(record, act));
  return made;
};

const refusal = (record, act, settled) => {
  const made = fill(copy("refusal"), { name: nameOf(record, act), why: act.why });
  $("button", made).onclick = async () => {
    if (!window.confirm(`放弃“${nameOf(record, act)}”？这一条只在这台设备上，放弃后不能恢复。`)) return;
    await record.forget(act);
    settled();
  };
  return made;
};

export const showTroubles = (record, place, settled) => {
  place.replaceChildren(
    ...record.waiting.filter((act) => act.theirs).map((act) => conflict(record, act, settled)),
    ...record.waiting.filter((act) => act.why).map((act) => refusal(record, act, settled)),
  );
};
