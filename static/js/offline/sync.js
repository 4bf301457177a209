/* Sends what waits, in order, each act by itself; what the server has not answered is sent again
   with the same number. */

const TRIES = 3; // of a file that does not arrive whole
const PATIENCE = 3_000; // milliseconds before the page opens without having asked
const NO_NETWORK = "没有网络，内容都在这台设备上，联网后再同步。";
const SIGNED_OUT = "登录已过期，内容都在这台设备上。请先登录，再回到这一页同步。";

export class Stopped extends Error {
  constructor(text, passing = false) {
    super(text);
    this.passing = passing; // worth trying again without being asked
  }
}

const ask = async (url, options) => {
  let answer;
  try {
    answer = await fetch(url, options);
  } catch {
    throw new Stopped(NO_NETWORK, true);
  }
  if (answer.redirected) throw new Stopped(SIGNED_OUT);
  return answer;
};

const token = async ({ bundle }) => {
  const answer = await ask(bundle.url);
  if (answer.status === 404 || answer.status === 403) {
    throw new Stopped(`这份离线记录只能由${bundle.user.name}登录后同步。`);
  }
  if (!answer.ok) throw new Stopped("服务器没有应答，内容都在这台设备上，请稍后再同步。");
  return (await answer.json()).token;
};

/* Whether the one who is signed in took this along; without network or sign-in nobody can tell. */
export const isMine = async ({ bundle }) => {
  if (!navigator.onLine) return true;
  try {
    const { status } = await fetch(bundle.url, { signal: AbortSignal.timeout(PATIENCE) });
    return ![403, 404].includes(status);
  } catch {
    return true;
  }
};

const post = async (record, act, secret) => {
  const { uuid, kind, at, data, sha256, file } = act;
  const body = new FormData();
  body.append("act", JSON.stringify({ uuid, kind, at, data, sha256, seen: record.seen(act) }));
  if (file) body.append("file", file, data.name);
  const headers = { "X-CSRFToken": secret };
  const answer = await ask(record.bundle.url, { method: "POST", body, headers });
  if (![200, 409, 422].includes(answer.status)) {
    throw new Stopped(`服务器没有收下（${answer.status}），内容都在这台设备上，请稍后再同步。`);
  }
  return answer.json();
};

/* The server kept nothing of it: the act may be changed again, and a newer one takes its place. */
const giveBack = async (record, act, found) => {
  const newest = record.latest(act.slot);
  if (newest !== act) await record.forget(act);
  await record.change(newest, { ...found, tried: false });
};

const send = async (record, act, secret) => {
  await record.change(act, { tried: true, why: "" });
  let answer;
  for (let left = TRIES; left && (!answer || answer.status === "resend"); left -= 1) {
    answer = await post(record, act, secret);
  }
  if (answer.status === "done") {
    if (answer.seen !== undefined) await record.see(act.slot, answer.seen);
    await record.change(act, { done: true });
  } else if (answer.status === "conflict") {
    await giveBack(record, act, { theirs: answer.theirs });
  } else {
    await giveBack(record, act, { why: answer.why ?? "文件没有传完整，请再同步一次。" });
  }
};

/* Resolves when the server has answered for everything; Stopped says why it went no further. */
export const sync = async (record) => {
  const secret = await token(record);
  const sent = new Set();
  const next = () => record.toSend().find((act) => !sent.has(act.uuid));
  for (let act = next(); act; act = next()) {
    sent.add(act.uuid);
    await send(record, act, secret);
  }
};
