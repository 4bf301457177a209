/* Comforts on site: a box to sign in, phrases, and a count of what is left. Every page works without. */
"use strict";

(() => {
  /* The box is drawn at the screen's own resolution; its picture travels in a hidden field. */
  const openPad = (place) => {
    place.hidden = false;
    const canvas = place.querySelector("canvas");
    const field = document.getElementById(place.dataset.pad);
    const pad = new SignaturePad(canvas, { penColor: "#10294b" });
    const fit = () => {
      const ratio = Math.max(window.devicePixelRatio || 1, 1);
      const { width, height } = canvas.getBoundingClientRect();
      if (!width || canvas.width === Math.round(width * ratio)) return;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.getContext("2d").scale(ratio, ratio);
      pad.clear();
      if (field.value) pad.fromDataURL(field.value, { width, height });
    };
    pad.addEventListener("endStroke", () => { field.value = pad.toDataURL("image/png"); });
    place.querySelector("[data-clear]").addEventListener("click", () => {
      pad.clear();
      field.value = "";
    });
    new ResizeObserver(fit).observe(canvas);
    fit();
  };
  for (const place of document.querySelectorAll("[data-pad]")) openPad(place);

  /* A chosen phrase goes into the facts, where it can be changed. */
  const usePhrase = (select) => {
    const facts = document.getElementById(select.id.replace("phrase-", "facts-"));
    if (!facts || !select.value) return;
    if (!facts.value.includes(select.value)) {
      facts.value = [facts.value.trim(), select.value].filter(Boolean).join("\n");
    }
    select.value = "";
  };

  const showChosen = (input) => {
    const label = input.closest("label").querySelector("[data-chosen]");
    label.textContent = input.files.length ? `已选 ${input.files.length} 张` : "拍照";
  };

  /* Photos wait in their field until the server has kept them: what is chosen while a card is being
     saved joins those that wait, and goes with the next save. */
  const waiting = new WeakMap(); // field → files chosen and not kept yet
  const sent = new WeakMap(); // field → those that are on their way

  const wait = (input, files) => {
    const all = new DataTransfer();
    for (const file of files) all.items.add(file);
    input.files = all.files;
    waiting.set(input, files);
    showChosen(input);
  };

  const choose = (input) => wait(input, [...(waiting.get(input) ?? []), ...input.files]);

  const photosOf = ({ detail }) => detail.elt.querySelector?.("input[type=file]");

  document.body.addEventListener("htmx:configRequest", (event) => {
    const input = photosOf(event);
    if (input) sent.set(input, waiting.get(input) ?? []);
  });

  /* Also what the server will never keep leaves the field; any other refusal leaves it there. */
  document.body.addEventListener("htmx:afterRequest", (event) => {
    const input = photosOf(event);
    if (!input || !(event.detail.successful || event.detail.elt.querySelector("[data-unfit]"))) return;
    wait(input, (waiting.get(input) ?? []).filter((file) => !sent.get(input)?.includes(file)));
  });

  /* How many cards have no answer yet. */
  const showLeft = (form) => {
    const status = document.querySelector("[data-left]");
    const cards = [...form.querySelectorAll(".phone:not([hidden]) .tri")];
    const left = cards.filter((card) => !card.querySelector(":checked")).length;
    status.textContent = left ? `还剩 ${left} 项` : "都已选择";
  };

  /* A card that depends on another is shown while that one is answered so. The server decides. */
  const showAsked = (form) => {
    for (const card of form.querySelectorAll("[data-if]")) {
      const before = form.querySelector(`[name="${card.dataset.if}"]`).closest(".phone");
      const answer = before.querySelector(`[name="${card.dataset.if}"]:checked`)?.value;
      card.hidden = before.hidden || answer !== card.dataset.is;
    }
  };

  /* A card that could not be saved by itself says so; the button below saves it with the page. */
  const showUnsaved = ({ detail }) => {
    const word = detail.elt.closest?.(".phone")?.querySelector("[data-word]");
    if (word) word.textContent = "这一项还没有保存，请稍后点页面下方的保存。";
  };

  document.body.addEventListener("htmx:sendError", showUnsaved);
  document.body.addEventListener("htmx:responseError", showUnsaved);

  for (const form of document.querySelectorAll("form[data-record]")) {
    showAsked(form);
    /* First of all listeners: a phrase stands in the facts before the card is saved. */
    form.addEventListener("change", ({ target }) => {
      if (target.matches("select[id*=phrase-]")) usePhrase(target);
      if (target.matches("input[type=file]")) choose(target);
      if (!target.matches("input[type=radio]")) return;
      showAsked(form);
      showLeft(form);
    }, true);
  }
})();
