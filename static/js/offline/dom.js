/* Small helpers of the offline page: texts come from the templates in the page, never from here. */

export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

/* A copy of a template; `texts` fills the places marked data-text. */
export const copy = (name, texts = {}) => {
  const made = document.getElementById(name).content.firstElementChild.cloneNode(true);
  return fill(made, texts);
};

export const fill = (place, texts) => {
  for (const [name, text] of Object.entries(texts)) {
    const mark = `[data-text="${name}"]`;
    const spots = place.matches?.(mark) ? [place] : $$(mark, place);
    for (const spot of spots) spot.textContent = text;
  }
  return place;
};

export const lines = (list, name, rows) => list.replaceChildren(...rows.map((row) => copy(name, row)));

export const when = (text) => (text ? new Date(text).toLocaleString("zh-CN", {
  year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false,
}) : "");

export const day = (text) => {
  const [year, month, date] = text.split("-").map(Number);
  return date ? `${year}年${month}月${date}日` : "";
};
