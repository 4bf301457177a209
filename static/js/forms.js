/* Comforts while filling a form marked data-guard: nothing is sent twice, nothing is lost unseen. */
"use strict";

(() => {
  const WEEKDAYS = "日一二三四五六";
  const MEGABYTE = 1024 * 1024;
  const LIMIT = 20; // megabytes, as in files/checks.py
  const RECORDING = /\.(mp4|m4a|mp3|wav)$/i;

  /* A second click while the first is on its way does nothing. */
  const sendOnce = (form) => {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = "yes";
      const button = event.submitter ?? form.querySelector("[type=submit]");
      if (!button) return;
      button.setAttribute("aria-disabled", "true");
      button.dataset.label = button.textContent;
      button.textContent = "正在提交…";
    });
  };

  /* Coming back with the browser's arrow, the form can be sent again. */
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      for (const button of form.querySelectorAll("[data-label]")) {
        button.textContent = button.dataset.label;
        button.removeAttribute("aria-disabled");
      }
    }
  });

  /* Leaving with something typed but not sent asks first, in the browser's own words. */
  const warnBeforeLeaving = (form) => {
    let changed = document.getElementById("errors") !== null;
    form.addEventListener("input", () => { changed = true; });
    window.addEventListener("beforeunload", (event) => {
      if (changed && !form.dataset.sent) event.preventDefault();
    });
  };

  /* A chosen date is repeated as people write it, with its day of the week. */
  const spellDate = (input) => {
    const spelled = document.createElement("p");
    spelled.className = "hint num";
    spelled.setAttribute("aria-live", "polite");
    input.after(spelled);
    const write = () => {
      const [year, month, day] = input.value.slice(0, 10).split("-").map(Number);
      if (!day) {
        spelled.textContent = "";
        return;
      }
      const weekday = WEEKDAYS[new Date(year, month - 1, day).getDay()];
      spelled.textContent = `${year}年${month}月${day}日　星期${weekday}`;
    };
    input.addEventListener("input", write);
    write();
  };

  const inWords = (size) => (size < MEGABYTE
    ? `${Math.ceil(size / 1024)} KB` : `${(size / MEGABYTE).toFixed(1)} MB`);

  /* The names and sizes of the chosen files; one that will be refused says so before it is sent. */
  const listFiles = (input) => {
    const list = document.createElement("ul");
    list.className = "chosen num";
    list.setAttribute("aria-live", "polite");
    input.after(list);
    input.addEventListener("change", () => {
      list.replaceChildren(...[...input.files].flatMap((file) => {
        const line = document.createElement("li");
        const limit = RECORDING.test(file.name) && Number(input.dataset.recordings) || LIMIT;
        const fault = !file.size ? "　是空文件，请重新选择"
          : file.size > limit * MEGABYTE ? `　超过 ${limit} MB，请压缩或拆分后再选` : "";
        line.textContent = `${file.name}　${inWords(file.size)}${fault}`;
        line.classList.toggle("err", fault !== "");
        return input.dataset.taken && !fault ? [] : [line]; // a good one has a line of its own
      }));
    });
  };

  for (const form of document.querySelectorAll("form[data-guard]")) {
    sendOnce(form);
    if (form.classList.contains("act-form")) warnBeforeLeaving(form);
  }
  for (const input of document.querySelectorAll(".f input[type=date]")) spellDate(input);
  for (const input of document.querySelectorAll(".drop input[type=file]")) listFiles(input);
})();
