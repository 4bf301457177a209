/* One visit on the device: what was taken along and what was done since. Each change is written
   before anything else happens; an act that may have been sent is never changed, a new one follows. */

import * as store from "./store.js";

const RANK = { start: 0, step: 1, item: 2, look_back: 2, facts: 2, photo: 3, withdraw: 4, fix: 5, conclude: 6 };
const RECORD = "record";
const REVIEW = "review";
const CONTENT = ["item", "look_back", "facts", "photo", "withdraw", "fix"]; // what the unit reads at 阅核

/* The day of this device, 2024-09-05. */
export const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

export const clock = () => new Date().toTimeString().slice(0, 5);

const latestOf = (...times) => times.sort().at(-1);

/* What the server's form would refuse is kept here until it is whole. */
const present = ({ people, met }) => (
  Boolean(people.length || met) && people.every(({ name, role }) => name && role));

export const whole = (facts) => (
  Boolean(facts.methods.length && present(facts)
    && Boolean(facts.oral_feedback_to) === Boolean(facts.oral_feedback)));

export const digest = async (file) => {
  const bytes = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

export class Record {
  constructor(bundle, acts) {
    this.bundle = bundle;
    this.acts = acts.sort((one, other) => one.number - other.number);
  }

  static async open(visit) {
    const bundle = await store.bundleOf(visit);
    return bundle ? new Record(bundle, await store.actsOf(visit)) : null;
  }

  get expired() { return Date.now() > Date.parse(this.bundle.until); }
  get waiting() { return this.acts.filter((act) => !act.done && !this.outdated(act)); }
  get rows() { return this.bundle.areas.flatMap((area) => area.rows); }
  get begun() { return this.bundle.about.begun || Boolean(this.latest("start")?.ready); }
  get elsewhen() { return !this.begun && this.bundle.about.scheduled_on !== today(); }
  get kind() { return this.bundle.about.look_back ? "look_back" : "item"; }

  latest(slot) { return this.acts.findLast((act) => act.slot === slot); }

  /* The newest state of a slot goes into its act. Text is written with every keystroke. */
  write(slot, kind, data, { ready = true, file = null, sha256 = "", read = "" } = {}) {
    let act = this.latest(slot);
    if (!act || act.tried || act.done) {
      const number = (this.acts.at(-1)?.number ?? 0) + 1;
      act = { uuid: crypto.randomUUID(), visit: this.bundle.visit, number, slot, kind };
      this.acts.push(act);
    }
    Object.assign(act, { data, ready, file, sha256, read, at: new Date().toISOString(), why: "" });
    return this.keep(act);
  }

  keep(act) {
    store.noteWaiting(this.bundle.visit, this.waiting.length);
    return store.keepAct(act);
  }

  change(act, values) {
    Object.assign(act, values);
    return this.keep(act);
  }

  forget(act) {
    this.acts.splice(this.acts.indexOf(act), 1);
    store.noteWaiting(this.bundle.visit, this.waiting.length);
    return store.forgetAct(act);
  }

  /* What the server has of a slot, as far as this device knows. */
  seen(act) {
    if (act.slot in this.bundle.seen) return this.bundle.seen[act.slot];
    if (act.kind === "facts") return this.bundle.facts_seen;
    if (act.kind === "fix") return this.bundle.recorded[act.data.key]?.fix?.seen ?? "";
    if (act.kind === "step") return this.step(act.data.step).seen;
    return this.bundle.recorded[act.data.key]?.seen ?? "";
  }

  see(slot, seen) {
    this.bundle.seen[slot] = seen;
    return store.keepBundle(this.bundle);
  }

  /* In the order in which the server can take them: 阅核 only when all that was read is there (what
     comes after it undoes it), the end only when all else is. */
  toSend() {
    const before = this.waiting.filter((act) => act.kind !== "conclude");
    const unread = before.some(({ kind }) => CONTENT.includes(kind));
    const open = this.waiting.filter((act) => act.ready && !act.theirs);
    return open
      .filter((act) => act.kind !== "conclude" || before.length === 0)
      .filter((act) => act.data.step !== REVIEW || !unread)
      .filter((act) => act.kind !== "photo" || this.answer(act.data).result)
      .filter((act) => act.kind !== "fix" || this.mayBeFixed(act.data))
      .sort((one, other) => RANK[one.kind] - RANK[other.kind] || one.number - other.number);
  }

  step(kind) { return this.bundle.steps.find((step) => step.kind === kind); }

  get arrived() { return this.latest("start")?.data.arrived_at ?? this.bundle.about.arrived_at; }

  /* Step → its time, as far as it was taken; a 阅核 that a change has undone was not. */
  get times() {
    const found = this.bundle.steps.map(({ kind, at }) => [kind, this.latest(`step:${kind}`)?.data.at ?? at]);
    return Object.fromEntries(found.filter(([kind, at]) => at && (kind !== REVIEW || this.reviewed)));
  }

  /* Whether what was read at the last 阅核 still stands; the server decides alike (services/steps.py). */
  get reviewed() {
    const read = this.latest(`step:${REVIEW}`)?.read ?? this.bundle.read;
    return read ? read === this.readable() : !this.acts.some(({ kind }) => CONTENT.includes(kind));
  }

  /* A 阅核 of what has been changed since is neither counted nor sent. */
  outdated(act) { return act.slot === `step:${REVIEW}` && act.read !== this.readable(); }

  /* Before the unit was told and has seen the certificates nothing is looked at. */
  get opened() { return this.step(RECORD).needs.every((kind) => this.times[kind]); }

  /* This minute, and not before a step that is noted already. */
  get minute() { return latestOf(clock(), ...Object.values(this.times)); }

  take(kind, at, more = {}) {
    const read = kind === REVIEW ? this.readable() : "";
    return this.write(`step:${kind}`, "step", { step: kind, at, ...more }, { read });
  }

  /* What is recorded first is the step 记录. */
  record(slot, kind, data, kept) {
    const written = this.write(slot, kind, data, kept);
    if (this.times[RECORD]) return written;
    return Promise.all([written, this.take(RECORD, this.minute, { by_itself: true })]);
  }

  answer(row) {
    return this.latest(`${this.kind}:${row.key}`)?.data
      ?? this.bundle.recorded[row.key] ?? { result: "", facts: "" };
  }

  get standing() {
    return this.acts.filter(({ kind, uuid }) => kind === "photo" && !this.latest(`withdraw:${uuid}`));
  }

  photos(row) { return this.standing.filter((act) => act.data.key === row.key); }

  /* What may have been sent is withdrawn there as well; the rest was never anywhere else. */
  removePhoto(act) {
    if (!act.tried && !act.done) return this.forget(act);
    return this.write(`withdraw:${act.uuid}`, "withdraw", { key: act.data.key, sha256: act.sha256 });
  }

  /* What was put right at once: its words, its photo after, and who noted it. */
  fix(row) {
    const act = this.latest(`fix:${row.key}`);
    if (act) return { ...act.data, file: act.file, sha256: act.sha256 };
    return { words: "", ...this.bundle.recorded[row.key]?.fix, file: null };
  }

  begunFix(row) { return Boolean(this.latest(`fix:${row.key}`)); }

  /* What is still missing before it can be sent; "" when nothing is. */
  lackOfFix(row) {
    const { words, file } = this.fix(row);
    const before = this.photos(row).length || this.bundle.recorded[row.key]?.photos?.length;
    return [
      !words.trim() && "请写明怎么整改的", !before && "请先给这一项拍整改前的照片", !file && "请拍整改后的照片",
    ].filter(Boolean).join("；");
  }

  /* Only what stands as failing, here and as far as is known there. */
  mayBeFixed(row) {
    const answered = this.latest(`${this.kind}:${row.key}`);
    return this.answer(row).result === "fails" && !answered?.theirs && !this.lackOfFix(row);
  }

  /* Emptied again, it was never noted. */
  noteFix(row, values) {
    const slot = `fix:${row.key}`;
    const { words, file, sha256, name } = { name: "", ...this.fix(row), ...values };
    const act = this.latest(slot);
    if (!words.trim() && !file && act && !act.tried && !act.done) return this.forget(act);
    return this.write(slot, "fix", { key: row.key, words, name }, {
      ready: Boolean(words.trim() && file), file, sha256: file ? sha256 : "",
    });
  }

  /* What conforms after all has nothing that was fixed; the server drops what it has of it. */
  async dropFix(row) {
    for (const act of this.acts.filter(({ slot }) => slot === `fix:${row.key}`)) await this.forget(act);
    const recorded = this.bundle.recorded[row.key];
    if (recorded) recorded.fix = null;
    delete this.bundle.seen[`fix:${row.key}`];
    await store.keepBundle(this.bundle);
  }

  /* Row → how it was put right, of what fails. */
  get fixed() {
    const failing = this.rows.filter((row) => this.answer(row).result === "fails");
    const words = failing.map((row) => [row.key, this.fix(row).words.trim()]);
    return Object.fromEntries(words.filter(([, text]) => text));
  }

  /* Rows that are not looked at, as what they depend on is answered otherwise. */
  get unasked() {
    const found = new Set();
    for (const row of this.rows.filter(({ condition }) => condition)) {
      const { result } = this.answer({ key: row.condition });
      if (found.has(row.condition) || (result && result !== row.condition_result)) found.add(row.key);
    }
    return found;
  }

  left(rows) {
    const unasked = this.unasked;
    return rows.filter((row) => !unasked.has(row.key) && !this.answer(row).result).length;
  }

  get facts() { return this.latest("facts")?.data ?? this.bundle.facts; }

  /* What the unit's head has before him when he signs; the server compares it. */
  contents() {
    const unasked = this.unasked;
    const answered = this.rows.filter((row) => !unasked.has(row.key) && this.answer(row).result);
    return {
      answers: Object.fromEntries(answered.map((row) => {
        const { result, facts } = this.answer(row);
        return [row.key, [result, facts.trim()]];
      })),
      facts: this.facts,
      fixes: this.fixed,
    };
  }

  /* The same as one text, with the photos; when they leave is not known at 阅核. */
  readable() {
    const { answers, facts: { left_at: unknown, ...facts }, fixes } = this.contents();
    const photos = this.standing.map(({ uuid }) => uuid);
    return JSON.stringify([answers, facts, fixes, photos]);
  }

  missing() {
    const { methods, oral_feedback_to: to, oral_feedback: oral, left_at: gone } = this.facts;
    const left = this.left(this.rows);
    const { times } = this;
    const untold = this.bundle.steps.filter(({ kind }) => (
      kind === RECORD || this.step(RECORD).needs.includes(kind)) && !times[kind]);
    const half = this.rows.filter((row) => this.begunFix(row) && this.lackOfFix(row)).length;
    return [
      !this.begun && "还没有开始检查",
      ...untold.map(({ label }) => `还没有记下“${label}”的时间`),
      !(methods.length && present(this.facts)) && "还没有写全检查方式和在场人员（姓名和身份）",
      gone && gone < this.arrived && `离开时间早于到达时间（${this.arrived}）`,
      half && `有 ${half} 项当场整改没有写全`,
      left && `还有 ${left} 项没有记录`,
      !(to && oral) && "还没有记录当场口头反馈",
    ].filter(Boolean);
  }

  /* What was taken along is not kept longer than it is valid; what was done waits for its sending. */
  async expire() {
    Object.assign(this.bundle, { findings: [], unit: { ...this.bundle.unit, lines: [] } });
    await store.keepBundle(this.bundle);
  }
}
