/* What a form that keeps itself says when it could not be saved: nothing typed is lost meanwhile. */
"use strict";

(() => {
  const LINE = "unsent";
  const say = (words) => { document.getElementById(LINE).textContent = words; };

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
