/* What the device keeps: the bundle of each visit, and acts by their own number. */

const NAME = "offline-visits";
const WAITING = "offline-waiting"; // read by page.js, which asks before a sign-out
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

/* Runs `work` in one transaction; the promise is kept once everything is written. */
const run = async (names, mode, work) => {
  const database = await open();
  return new Promise((resolve, reject) => {
    const change = database.transaction(names, mode, { durability: "strict" });
    const asked = work(change);
    change.oncomplete = () => resolve(asked?.result);
    change.onabort = () => reject(change.error);
  });
};

const noteWaiting = async () => {
  const acts = await run("acts", "readonly", (change) => change.objectStore("acts").getAll());
  localStorage.setItem(WAITING, acts.filter((act) => !act.done).length);
};

export const bundleOf = (visit) => run("bundles", "readonly", (change) => (
  change.objectStore("bundles").get(visit)));

export const keepBundle = (bundle) => run("bundles", "readwrite", (change) => {
  change.objectStore("bundles").put(bundle);
});

export const actsOf = (visit) => run("acts", "readonly", (change) => (
  change.objectStore("acts").index("visit").getAll(visit)));

export const keepAct = async (act) => {
  await run("acts", "readwrite", (change) => { change.objectStore("acts").put(act); });
  await noteWaiting();
};

export const forgetAct = async (act) => {
  await run("acts", "readwrite", (change) => { change.objectStore("acts").delete(act.uuid); });
  await noteWaiting();
};

/* Takes one visit off the device; true when it was the last. */
export const erase = async (visit) => {
  const acts = await actsOf(visit);
  const left = await run(["bundles", "acts"], "readwrite", (change) => {
    for (const act of acts) change.objectStore("acts").delete(act.uuid);
    change.objectStore("bundles").delete(visit);
    return change.objectStore("bundles").count();
  });
  await noteWaiting();
  return left === 0;
};
