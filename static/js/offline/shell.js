/* The frame of the offline page in the browser's cache, and the worker that serves it. */

const KEPT = "offline-shell"; // as in worker.js

/* Whether this address may work without network: browsers allow it on https and on this machine. */
export const allowed = () => window.isSecureContext && "serviceWorker" in navigator;

const activated = (worker) => new Promise((resolve) => {
  const look = () => { if (worker.state === "activated") resolve(); };
  worker.addEventListener("statechange", look);
  look();
});

/* The page names all that it loads, so the page itself is the list. */
export const keepShell = async (page, worker) => {
  const answer = await fetch(page, { cache: "reload" });
  if (!answer.ok || answer.redirected) throw new Error("没有取到离线页面，请重新登录后再试。");
  const frame = new DOMParser().parseFromString(await answer.clone().text(), "text/html");
  const parts = [...frame.querySelectorAll("link[href], script[src]")]
    .map((part) => part.getAttribute("href") ?? part.getAttribute("src"));
  const kept = await caches.open(KEPT);
  await kept.addAll([...new Set(parts)].map((part) => new Request(part, { cache: "reload" })));
  await kept.put(page, answer);
  const { installing, waiting, active } = await navigator.serviceWorker.register(
    worker, { scope: page });
  await activated(installing ?? waiting ?? active);
};

export const dropShell = async (page) => {
  await caches.delete(KEPT);
  await (await navigator.serviceWorker.getRegistration(page))?.unregister();
};
