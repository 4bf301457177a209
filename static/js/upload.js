/* Large files go ahead of their form in parts, and go on where they stopped: after the network was
   gone, after a pause, and after a reload once the same file is chosen again. Without scripts, and
   on plain http where browsers give no digest, the form sends its files itself. */
"use strict";

(() => {
  const MEGABYTE = 1024 * 1024;
  const LARGE = MEGABYTE; // bytes; smaller files go with the form, unless the field sends all ahead
  const AGAIN = 5_000; // milliseconds until a lost network is tried again
  const SPOILED = 3; // times a file may arrive otherwise than it was sent

  const digest = async (file) => {
    const bytes = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  class Refusal extends Error {}

  class Upload {
    constructor(input, file, list) {
      Object.assign(this, { input, file, offset: 0, spoiled: 0, paused: false, running: false });
      this.address = new URL(input.form.action);
      this.line = document.createElement("li");
      this.bar = Object.assign(document.createElement("progress"), { max: file.size, value: 0 });
      this.bar.setAttribute("aria-label", `${file.name}的上传进度`);
      this.words = document.createElement("span");
      this.button = Object.assign(document.createElement("button"), { className: "b", type: "button" });
      this.button.addEventListener("click", () => { this.paused = !this.paused; this.go(); });
      this.line.append(`${file.name}　`, this.bar, this.words, this.button);
      if (input.dataset.ahead) this.line.append(this.away());
      list.append(this.line);
      window.addEventListener("online", () => this.go());
    }

    get done() { return this.offset === this.file.size; }
    get open() { return !this.done && !this.dropped && !this.refused; }

    show(words) {
      this.bar.value = this.offset;
      this.bar.hidden = Boolean(this.refused);
      this.line.classList.toggle("err", this.bar.hidden);
      const share = Math.floor((this.offset * 100) / this.file.size);
      this.words.textContent = this.refused ? `　${this.refused}` : this.done ? "　已传完" : `　已传 ${share}%${words ? `，${words}` : ""}`;
      this.button.hidden = this.done || Boolean(this.refused);
      this.button.textContent = this.paused ? "继续" : "暂停";
    }

    async ask(address, method, headers, body) {
      const token = this.input.form.elements.csrfmiddlewaretoken.value;
      const answer = await fetch(address, { method, body, headers: { "X-CSRFToken": token, ...headers } });
      if (answer.redirected) throw new Refusal("登录已过期，请重新登录后再选这个文件，会接着传");
      if (answer.status === 429 || answer.status >= 500) throw new TypeError("busy");
      const said = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
      if (!answer.ok && answer.status !== 409) throw new Refusal(said.why ?? "服务器没有收下");
      if (answer.status === 409 && said.offset === 0 && ++this.spoiled > SPOILED) {
        throw new Refusal("传来的内容和文件不一致，请重新选择文件");
      }
      return said;
    }

    async begin() {
      this.digest ??= await digest(this.file);
      const said = await this.ask(this.address, "POST", {
        "Upload-Length": this.file.size, "Upload-Name": encodeURIComponent(this.file.name),
        "Upload-Digest": this.digest,
      });
      Object.assign(this, { key: said.upload, offset: said.offset, part: said.part });
    }

    async next() {
      const part = this.file.slice(this.offset, this.offset + this.part);
      const headers = { "Upload-Offset": this.offset, "Content-Type": "application/octet-stream" };
      this.address.searchParams.set("upload", this.key);
      const said = await this.ask(this.address, "PATCH", headers, part);
      this.offset = said.offset;
    }

    async go() {
      if (this.running || !this.open) return;
      this.running = true;
      try {
        if (!this.paused) await this.begin();
        while (!this.paused && this.open) {
          this.show();
          await this.next();
        }
        this.show(this.paused ? "已暂停" : "");
        if (this.done && !this.dropped) this.name();
      } catch (error) {
        if (error instanceof Refusal) {
          this.refused = error.message;
          this.input.dispatchEvent(new Event("refused"));
        }
        this.show(this.refused ?? "网络中断，恢复后接着传");
        if (!this.refused) setTimeout(() => this.go(), AGAIN);
      } finally {
        this.running = false;
      }
    }

    /* The form names what has come. */
    name() {
      this.field = Object.assign(document.createElement("input"), {
        type: "hidden", name: `resumed-${this.input.name}`, value: this.key,
      });
      this.input.form.append(this.field);
      this.input.dispatchEvent(new Event("came"));
    }

    /* Takes one file out again; the others stay. */
    away() {
      const button = Object.assign(document.createElement("button"), {
        className: "b", type: "button", textContent: "去掉",
      });
      button.setAttribute("aria-label", `去掉${this.file.name}`);
      button.addEventListener("click", () => this.drop());
      return button;
    }

    drop() {
      this.dropped = true;
      this.field?.remove();
      this.line.remove();
    }
  }

  const listen = (input) => {
    let uploads = [];
    let pressed = null; // the button that waits until everything has come
    if (input.dataset.ahead) input.dataset.taken = "yes";
    const list = document.createElement("ul");
    list.className = "uploads num";
    list.setAttribute("aria-live", "polite");
    input.closest(".drop").after(list);
    input.addEventListener("change", async () => {
      pressed = null;
      const all = Boolean(input.dataset.ahead); // then each choice adds to those before
      if (!all) for (const upload of uploads.splice(0)) upload.drop();
      const files = [...input.files];
      const limit = Number(input.dataset.resumable) * MEGABYTE;
      const ahead = files.filter((file) => file.size > (all ? 0 : LARGE) && file.size <= limit);
      const added = ahead.map((file) => new Upload(input, file, list));
      uploads = [...uploads, ...added];
      const left = new DataTransfer();
      const rest = all ? [] : files.filter((one) => !ahead.includes(one));
      for (const file of rest) left.items.add(file);
      input.files = left.files;
      for (const upload of added) await upload.go();
    });
    input.addEventListener("came", () => {
      if (pressed && !uploads.some(({ open }) => open)) input.form.requestSubmit(pressed);
    });
    input.addEventListener("refused", () => { pressed = null; }); // to be read before all is sent
    /* First of all listeners: what is still on its way keeps the form here until it has come. */
    document.addEventListener("submit", (event) => {
      if (event.target !== input.form || !uploads.some((upload) => upload.open)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      pressed = event.submitter;
      for (const upload of uploads.filter(({ open }) => open)) upload.show("传完就提交");
    }, true);
  };

  if (!window.isSecureContext || !crypto.subtle) return;
  for (const input of document.querySelectorAll(".drop input[type=file][data-resumable]")) listen(input);
})();
