/* Who of the unit was there: a row for each person, as on the page with network. */

import { $, $$, copy } from "./dom.js";

const FIELDS = ["name", "title", "role"];
const ROWS = 3;
export const MOST = 12; // as in forms/recording.py

export const readPeople = (place) => (
  $$("[data-person]", place)
    .map((row) => Object.fromEntries(FIELDS.map((name) => [name, $(`[data-field=${name}]`, row).value.trim()])))
    .filter((person) => FIELDS.some((name) => person[name])));

const add = (place, person = {}) => {
  const row = copy("person");
  const number = $$("[data-person]", place).length + 1;
  row.setAttribute("aria-label", `第 ${number} 人`);
  for (const name of FIELDS) {
    const field = $(`[data-field=${name}]`, row);
    Object.assign(field, { id: `${name}-${number}`, value: person[name] ?? "" });
    field.previousElementSibling.htmlFor = field.id;
  }
  $("[data-people]", place).append(row);
  $("[data-more]", place).hidden = $$("[data-person]", place).length >= MOST;
};

export const showPeople = (place, people) => {
  $("[data-people]", place).replaceChildren();
  for (let row = 0; row < Math.max(people.length, ROWS); row += 1) add(place, people[row]);
  $("[data-more]", place).onclick = () => add(place);
};
