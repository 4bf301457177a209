/* What the device keeps: the bundle of each visit, and acts by their own number. */

const NAME = "offline-visits";
const WAITING = "offline-waiting-"; // and the visit; read by page.js, which asks before a sign-out
let opened;

const open = () => (opened ??= new Promise((resolve, reject) => {
  const asked = indexedDB.open(NAME, 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("bundles", { keyPath: "visit" });
    asked.result.createObjectStore("acts", { keyPath: "uuid" }).createIndex("visit", "visit");
  };
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
}));

/* Runs `work` in one transaction; the promise is kept once everything is written. What changes
   something is committed at once: a transaction that waits for its page dies with it. */
const run = async (names, mode, work, durability = "relaxed") => {
  const database = await open();
  return new Promise((resolve, reject) => {
    const change = database.transaction(names, mode, { durability });
    const asked = work(change);
    change.oncomplete = () => resolve(asked?.result);
    change.onabort = () => reject(change.error);
    if (mode === "readwrite") change.commit();
  });
};

export const bundleOf = (visit) => run("bundles", "readonly", (change) => (
  change.objectStore("bundles").get(visit)));

export const keepBundle = (bundle) => run("bundles", "readwrite", (change) => {
  change.objectStore("bundles").put(bundle);
});

export const actsOf = (visit) => run("acts", "readonly", (change) => (
  change.objectStore("acts").index("visit").getAll(visit)));

/* A file is on the disk before the promise is kept; text goes with every keystroke. */
export const keepAct = (act) => run("acts", "readwrite", (change) => {
  change.objectStore("acts").put(act);
}, act.file ? "strict" : "relaxed");

export const forgetAct = (act) => run("acts", "readwrite", (change) => {
  change.objectStore("acts").delete(act.uuid);
});

export const noteWaiting = (visit, count) => {
  if (count) localStorage.setItem(`${WAITING}${visit}`, count);
  else localStorage.removeItem(`${WAITING}${visit}`);
};

/* Takes one visit off the device; true when it was the last. */
export const erase = async (visit) => {
  const acts = await actsOf(visit);
  noteWaiting(visit, 0);
  const left = await run(["bundles", "acts"], "readwrite", (change) => {
    for (const act of acts) change.objectStore("acts").delete(act.uuid);
    change.objectStore("bundles").delete(visit);
    return change.objectStore("bundles").count();
  });
  return left === 0;
};
