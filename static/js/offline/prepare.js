/* 离线准备 on the page of a visit: takes the bundle and the frame of the page onto the device. */

import { when } from "./dom.js";
import { actsOf, bundleOf, erase, keepBundle } from "./store.js";
import { allowed, keepShell } from "./shell.js";

const box = document.querySelector("[data-offline]");
const form = box.querySelector("form");
const { visit, page, worker } = box.dataset;
const show = (name) => {
  for (const part of box.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== name;
};
const say = (text) => { box.querySelector("[role=status]").textContent = text; };

const showPrepared = (bundle) => {
  box.querySelector("[data-open]").hidden = !bundle;
  form.querySelector("button").textContent = bundle ? "重新准备" : "离线准备";
  if (bundle) say(`已经准备好，有效期至${when(bundle.until)}。`);
};

const prepare = async () => {
  const waiting = (await actsOf(Number(visit))).filter((act) => !act.done);
  if (waiting.length) {
    say(`这台设备上还有 ${waiting.length} 条没有同步，请先打开离线检查同步。`);
    return;
  }
  say("正在准备…");
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
  if (answer.redirected) throw new Error("登录已过期，请重新登录后再准备。");
  const bundle = await answer.json();
  if (!answer.ok) throw new Error(bundle.why);
  await keepShell(page, worker);
  await erase(Number(visit)); // what was sent is in the new bundle
  await keepBundle({ ...bundle, seen: {} });
  await navigator.storage?.persist?.();
  showPrepared(bundle);
};

if (allowed()) {
  show("on");
  showPrepared(await bundleOf(Number(visit)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    prepare().catch((error) => say(`没有准备好：${error.message}`));
  });
} else {
  show("off");
}
