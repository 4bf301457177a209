/* A session does not end under somebody who types, and a form is not sent into one that has ended. */
"use strict";

(() => {
  const EVERY = 4 * 60 * 1000; // milliseconds; the server ends a session after half an hour or so
  const OURS = "form[method=post][data-guard]";
  let asked = Date.now(); // the page itself was an answer
  const goesOn = new WeakSet(); // forms that were asked for and are sent now

  /* "yes", "ended", or "unknown" without network: then the form is sent as ever. */
  const stillSignedIn = async () => {
    try {
      const answer = await fetch("/session/", { redirect: "manual", cache: "no-store" });
      if (answer.type === "opaqueredirect") return "ended";
      if (!answer.ok) return "unknown";
      const { csrf } = await answer.json();
      for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = csrf;
      if (document.body.hasAttribute("hx-headers")) {
        document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": csrf }));
      }
      asked = Date.now();
      return "yes";
    } catch {
      return "unknown";
    }
  };

  const tell = (form) => {
    const old = form.querySelector(".session-ended");
    const note = old ?? document.createElement("div");
    const line = document.createElement("p");
    const link = document.createElement("a");
    link.href = "/login/";
    link.target = "_blank";
    link.textContent = "在新窗口登录";
    line.append("您的登录已经结束，还没有提交，这一页上填的都在。请", link, "，再回到这一页提交一次。");
    note.className = "note warn session-ended mb-4";
    note.setAttribute("role", "alert");
    note.tabIndex = -1;
    note.replaceChildren(line);
    if (!old) form.prepend(note);
    note.focus();
  };

  const isGuarded = (form) => form.matches?.(OURS) && !form.action.endsWith("/login/");

  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form");
    if (!form || !isGuarded(form) || Date.now() - asked < EVERY) return;
    asked = Date.now();
    stillSignedIn();
  });

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!isGuarded(form) || goesOn.delete(form) || Date.now() - asked < EVERY) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    const state = await stillSignedIn();
    if (state === "ended") {
      tell(form);
      return;
    }
    form.querySelector(".session-ended")?.remove();
    goesOn.add(form);
    form.requestSubmit(button);
  }, true);
})();
