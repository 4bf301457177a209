/* Arrival and the facts of the visit: two plain forms whose state is written as it is typed. */

import { $, $$, copy } from "./dom.js";
import { readPeople, showPeople } from "./people.js";
import { clock, whole } from "./record.js";

const TEXTS = ["met", "summary", "oral_feedback_to", "oral_feedback", "left_at"];

export const showStart = (record, form, changed) => {
  const { about } = record.bundle;
  const act = record.latest("start");
  const { arrived_at: arrived, place } = act?.data ?? { arrived_at: clock(), place: about.place };
  form.elements.arrived_at.value = about.begun ? about.arrived_at : arrived;
  form.elements.place.value = about.begun ? about.place : place;
  $("fieldset", form).disabled = about.begun || Boolean(act?.tried || act?.done);
  form.onsubmit = async (event) => {
    event.preventDefault();
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
