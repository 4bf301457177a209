/* The offline page: which part of the visit is shown, what waits, and when it is sent. */

import { showArea } from "./cards.js";
import { showTroubles } from "./conflicts.js";
import { $, $$, copy, day, fill, lines, when } from "./dom.js";
import { showEnd } from "./end.js";
import { showFacts, showStart } from "./forms.js";
import { Record } from "./record.js";
import { allowed, dropShell } from "./shell.js";
import { showSteps } from "./steps.js";
import { erase } from "./store.js";
import { isMine, Stopped, sync } from "./sync.js";

const visit = Number(new URLSearchParams(location.search).get("visit"));
const RETRY = 10_000; // milliseconds
const main = $("main");
const show = (name) => {
  for (const page of $$("[data-page]", main)) page.hidden = page.dataset.page !== name;
  return $(`[data-page="${name}"]`, main);
};

const part = (label, hash, count, done) => {
  const made = copy("part", { label, count });
  $("a", made).href = hash;
  $(".tag", made).classList.toggle("done", done);
  return made;
};

const showOverview = (record) => {
  const page = $('[data-page="overview"]', main);
  const { about, areas, findings, unit } = record.bundle;
  const left = record.left(record.rows);
  const total = record.rows.length;
  fill(page, {
    done: total - left, total, about: `${about.kind}　${day(about.scheduled_on)}　${about.checklist}`,
    team: about.team.join("、"),
    until: `${record.expired ? "已于" : "有效期至"}${when(record.bundle.until)}${record.expired ? "过期，不能再记录；设备上的内容仍可同步" : ""}。`,
  });
  $(".track rect", page).setAttribute("width", `${total ? ((total - left) * 100) / total : 100}%`);
  const ended = Boolean(record.latest("conclude")?.ready);
  $("[data-parts]", page).hidden = record.expired;
  $("[data-parts]", page).replaceChildren(
    part("开始检查", "#start", record.begun ? "已开始" : record.elsewhen ? "不是批准的日期" : "还没有开始", record.begun),
    ...(record.begun ? [
      part("现场步骤", "#steps", record.opened ? "已告知、亮证" : "请先告知、亮证", record.opened),
      part("现场情况和口头反馈", "#facts", record.facts.oral_feedback_to ? "已记录" : "未记全", Boolean(record.facts.oral_feedback_to)),
      ...(record.opened ? areas : []).map(({ title, rows }, index) => {
        const open = record.left(rows);
        return part(title, `#part-${index}`, open ? `剩 ${open}` : "记完", open === 0);
      }),
      part("结束检查", "#end", ended ? "已签字" : "签字或者拒签", ended),
    ] : []),
  );
  lines($("[data-unit]", page), "fact", unit.lines);
  lines($("[data-findings]", page), "finding", findings.map((row) => ({ ...row, on: day(row.on) })));
  fill(page, { none: findings.length ? "" : "没有以前的问题。" });
};

const showState = (record) => {
  const { length } = record.waiting;
  const state = navigator.onLine ? "有网络" : "没有网络";
  fill(document, {
    status: length ? `${state}　已存本机 ${length} 条` : `${state}　已同步`,
    waiting: length ? `有 ${length} 条存在这台设备上，还没有同步。` : "没有等待同步的内容。",
  });
  $("[data-sync]").disabled = length === 0;
  $("[data-leave]").hidden = length > 0;
};

const say = (text) => fill(document, { said: text });

const takeOff = async (record) => {
  const page = location.pathname;
  if (await erase(visit)) await dropShell(page);
  const finished = show("finished");
  $("a", finished).href = record.bundle.back;
  fill(document, { status: "已同步" });
};

const ended = (record) => record.waiting.length === 0 && record.latest("conclude")?.done;

const begin = (record) => {
  const locked = () => Boolean(record.latest("conclude")?.ready);
  const changed = () => showState(record);
  const pages = {
    start: (page) => showStart(record, $("form", page), changed),
    steps: (page) => showSteps(record, page, changed),
    facts: (page) => showFacts(record, $("form", page), changed),
    end: (page) => showEnd(record, page, changed),
  };
  const refresh = () => {
    showOverview(record);
    showState(record);
    showTroubles(record, $("[data-trouble-list]"), () => {
      say("");
      refresh();
    });
  };
  const go = () => {
    const name = location.hash.slice(1);
    if (name === "main") return;
    const area = record.opened && name.startsWith("part-") ? record.bundle.areas[name.slice(5)] : null;
    const known = area ? "part" : name in pages ? name : "overview";
    const page = show(record.expired ? "overview" : known);
    for (const frozen of $$("fieldset[data-frozen]", page)) frozen.disabled = locked();
    $("[data-back]").href = known === "overview" ? record.bundle.back : "#";
    if (record.expired || known === "overview") refresh();
    else if (area) showArea(record, area, page, changed);
    else pages[known](page);
    changed();
    window.scrollTo(0, 0);
  };
  let running = false;
  const send = async () => {
    if (running || record.waiting.length === 0) return;
    running = true;
    say("正在同步…");
    try {
      await sync(record);
      say(record.waiting.length ? "有的内容没有同步，请看上面的原因。" : "都已同步。");
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      say(error.message);
      // Browsers tell of a network before anything can be reached through it.
      if (error.passing && navigator.onLine) setTimeout(send, RETRY);
    } finally {
      running = false;
      if (ended(record)) await takeOff(record);
      else refresh();
    }
  };
  window.addEventListener("hashchange", go);
  window.addEventListener("online", send);
  window.addEventListener("offline", () => showState(record));
  $("[data-sync]").addEventListener("click", send);
  $("[data-leave]").addEventListener("click", () => takeOff(record));
  fill(document, { unit: record.bundle.unit.name });
  go();
};

const open = async () => {
  if (!allowed()) {
    show("off");
    return;
  }
  const record = await Record.open(visit);
  if (!record) {
    show("missing");
    return;
  }
  if (!await isMine(record)) {
    fill(show("foreign"), { owner: record.bundle.user.name });
    return;
  }
  if (record.expired) await record.expire();
  if (record.expired && record.waiting.length === 0) {
    await takeOff(record);
    return;
  }
  begin(record);
};

/* Two pages on one visit would write over each other; the lock ends with the page. */
navigator.locks.request(`offline-visit-${visit}`, { ifAvailable: true }, async (lock) => {
  if (!lock) {
    show("elsewhere");
    return;
  }
  await open();
  await new Promise(() => {});
});
