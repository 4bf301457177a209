/* What a form that keeps itself says when it could not be saved: nothing typed is lost meanwhile. */
"use strict";

(() => {
  const LINE = "unsent";
  const say = (words) => { document.getElementById(LINE).textContent = words; };

  /* What is on its way is kept before the form is sent, and nothing afterwards: a saving that came
     late would bring back what had been handed in. */
  let saving = false;
  let pressed = null; // the form, and its button, that wait until the saving has ended
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.target.id !== LINE) return;
    if (pressed || event.detail.elt.closest("form").dataset.sent) event.preventDefault();
    else saving = true;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.target.id !== LINE) return;
    saving = false;
    const waiting = pressed;
    pressed = null;
    waiting?.form.requestSubmit(waiting.button);
  });
  document.addEventListener("submit", (event) => {
    if (!saving || !event.target.contains(document.getElementById(LINE))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed = { form: event.target, button: event.submitter };
    say("正在保存，保存好就提交。");
  }, true);

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id !== LINE) return;
    if (!event.detail.xhr.responseURL.includes("/login/")) return;
    event.detail.shouldSwap = false;
    say("登录已过期，最后填的还没有保存。请在另一个窗口登录，再回到这一页接着填。");
  });
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.target.id === LINE) say("没有保存，请稍后再试；这一页上填的都还在。");
  });
  document.addEventListener("htmx:sendError", (event) => {
    if (event.detail.target.id === LINE) say("没有网络，还没有保存；恢复以后接着填就会保存。");
  });
})();
