/* Small comforts of every page. Without scripts each page still works. */
"use strict";

(() => {
  /* The person's menu closes on Escape and on a click elsewhere. */
  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (menu !== except) menu.open = false;
    }
  };
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (location.hash === "#nav") {
      location.hash = "#main";
    }
  });

  /* A button that prints what is shown; it is useless, so hidden, without scripts. */
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  /* One box that ticks every row of its table, and a running count of the ticked. */
  const rowsOf = (box) => box.closest("form, table").querySelectorAll(`input[name="${box.dataset.all}"]`);
  const showCount = (box) => {
    const rows = [...rowsOf(box)];
    const ticked = rows.filter((row) => row.checked).length;
    box.checked = rows.length > 0 && ticked === rows.length;
    box.indeterminate = ticked > 0 && ticked < rows.length;
    const count = document.querySelector(`[data-count="${box.dataset.all}"]`);
    if (count) count.textContent = ticked ? `已选 ${ticked} 条` : "还没有选择";
  };
  const tickAll = (event) => {
    const box = event.target;
    if (box.matches?.("input[data-all]")) {
      for (const row of rowsOf(box)) row.checked = box.checked;
      showCount(box);
    } else if (box.matches?.("input[type=checkbox][name]")) {
      const all = document.querySelector(`input[data-all="${CSS.escape(box.name)}"]`);
      if (all) showCount(all);
    }
  };
  document.addEventListener("change", tickAll);

  /* What is ticked stays ticked when the list is narrowed: it goes along in the address. */
  const kept = () => {
    const box = document.querySelector("input[data-all][data-keep]");
    const rows = box ? [...rowsOf(box)].filter((row) => row.checked) : [];
    return rows.map((row) => [row.name, row.value]);
  };
  document.addEventListener("formdata", (event) => {
    if (!event.target.matches("form.filters")) return;
    for (const [name, value] of kept()) event.formData.append(name, value);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('form.filters a[href="?"]');
    if (link) link.search = new URLSearchParams(kept());
  });
  for (const box of document.querySelectorAll("input[data-all]")) showCount(box);

  /* Sign-out takes visits off the device; what was not sent yet would be lost, so it asks first. */
  document.addEventListener("submit", (event) => {
    if (!event.target.action?.endsWith("/logout/")) return;
    const kept = Object.entries(localStorage).filter(([name]) => name.startsWith("offline-waiting-"));
    const waiting = kept.reduce((sum, [, count]) => sum + Number(count), 0);
    const asked = `这台设备上有 ${waiting} 条离线记录没有同步，退出后就没有了。仍然退出吗？`;
    if (waiting && !window.confirm(asked)) event.preventDefault();
  });

  /* After a refusal the list of mistakes is read first. */
  document.getElementById("errors")?.focus();
})();
