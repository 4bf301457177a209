/* Arrival and the facts of the visit: two plain forms whose state is written as it is typed. */

import { $, $$ } from "./dom.js";

const TEXTS = ["met", "summary", "oral_feedback_to", "oral_feedback", "left_at"];

export const showStart = (record, form, changed) => {
  const { about } = record.bundle;
  const act = record.latest("start");
  const clock = new Date().toTimeString().slice(0, 5);
  const { arrived_at: arrived, place } = act?.data ?? { arrived_at: clock, place: about.place };
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

const read = (form) => ({
  certificates_shown: form.elements.certificates_shown.checked,
  methods: $$("[name=methods]:checked", form).map((box) => box.value),
  ...Object.fromEntries(TEXTS.map((name) => [name, form.elements[name].value.trim()])),
});

/* What the server's form would refuse is kept here until it is whole. */
const whole = ({ methods, met, oral_feedback_to: to, oral_feedback: oral }) => (
  Boolean(methods.length && met && Boolean(to) === Boolean(oral)));

export const showFacts = (record, form, changed) => {
  const { facts } = record;
  form.elements.certificates_shown.checked = facts.certificates_shown;
  for (const box of $$("[name=methods]", form)) box.checked = facts.methods.includes(box.value);
  for (const name of TEXTS) form.elements[name].value = facts[name];
  form.oninput = () => {
    const data = read(form);
    record.write("facts", "facts", data, { ready: whole(data) }).then(changed);
  };
};
