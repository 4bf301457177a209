/* Arrival and the facts of the visit: two plain forms whose state is written as it is typed. */

import { $, $$, copy, day, fill } from "./dom.js";
import { readPeople, showPeople } from "./people.js";
import { clock, today, whole } from "./record.js";

const TEXTS = ["met", "summary", "oral_feedback_to", "oral_feedback", "left_at"];

/* An approval covers its own day (approval_guards.py); the server decides again. */
const notOnTheDay = ({ elsewhen, bundle: { about } }) => (elsewhen
  ? `批准的检查日期是${day(about.scheduled_on)}，这台设备的日期是${day(today())}，不能开始检查。`
    + "请在批准的日期去，或者请机关负责人改期后重新准备；情况紧急、来不及改期的，取消后作紧急检查。设备日期不对的，请先校准。"
  : "");

export const showStart = (record, form, changed) => {
  const { about } = record.bundle;
  const act = record.latest("start");
  const { arrived_at: arrived, place } = act?.data ?? { arrived_at: clock(), place: about.place };
  form.elements.arrived_at.value = about.begun ? about.arrived_at : arrived;
  form.elements.place.value = about.begun ? about.place : place;
  $("fieldset", form).disabled = about.begun || Boolean(act?.tried || act?.done);
  $("[type=submit]", form).hidden = record.elsewhen;
  fill(form, { fault: notOnTheDay(record) });
  form.onsubmit = async (event) => {
    event.preventDefault();
    if (record.elsewhen) {
      showStart(record, form, changed);
      return;
    }
    const data = { arrived_at: form.elements.arrived_at.value, place: form.elements.place.value.trim() };
    if (!data.arrived_at || !data.place) {
      form.reportValidity();
      return;
    }
    await record.write("start", "start", data);
    changed();
    location.hash = "";
  };
};

const ticked = (form, name) => $$(`[name=${name}]:checked`, form).map((box) => box.value);

const read = (form) => ({
  methods: ticked(form, "methods"),
  powers: ticked(form, "powers"),
  people: readPeople(form),
  ...Object.fromEntries(TEXTS.map((name) => [name, form.elements[name].value.trim()])),
});

/* Only where a lead is followed there are powers to be named. */
const showPowers = (record, form) => {
  const { powers } = record.bundle.about;
  const place = $("[data-powers]", form);
  place.hidden = powers.length === 0;
  $("div", place).replaceChildren(...powers.map(({ value, label }) => {
    const choice = copy("power", { label });
    Object.assign($("input", choice), { value, checked: record.facts.powers.includes(value) });
    return choice;
  }));
};

export const showFacts = (record, form, changed) => {
  const { facts } = record;
  showPeople(form, facts.people);
  showPowers(record, form);
  for (const box of $$("[name=methods]", form)) box.checked = facts.methods.includes(box.value);
  for (const name of TEXTS) form.elements[name].value = facts[name];
  form.oninput = () => {
    const data = read(form);
    record.write("facts", "facts", data, { ready: whole(data) }).then(changed);
  };
};
