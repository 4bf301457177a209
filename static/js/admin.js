/* Django's search boxes for people and parties say their name to a screen reader. */
"use strict";

(() => {
  const nameBox = (box) => {
    const select = box.closest(".select2")?.previousElementSibling;
    const label = select && document.querySelector(`label[for="${select.id}"]`);
    if (!label) return;
    label.id ||= `${select.id}_label`;
    box.setAttribute("aria-labelledby", `${label.id} ${box.getAttribute("aria-labelledby") ?? ""}`.trim());
    box.querySelector("[role=textbox]")?.setAttribute("aria-labelledby", label.id);
  };

  /* Django's own scripts put the boxes there, sooner or later. */
  const nameNew = () => {
    for (const box of document.querySelectorAll(".select2-selection:not([data-named])")) {
      box.dataset.named = "yes";
      nameBox(box);
    }
  };
  new MutationObserver(nameNew).observe(document.body, { childList: true, subtree: true });
  nameNew();
  /* The field to search in is made each time a box opens. */
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches?.(".select2-search__field") && !target.hasAttribute("aria-label")) {
      target.setAttribute("aria-label", "输入姓名或者名称查找");
    }
  });
})();
