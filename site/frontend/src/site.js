// Search suggestions: the "editable combobox with list autocomplete, manual selection" of the
// WAI-ARIA Authoring Practices. It starts only on a form that names an address for suggestions in
// data-suggest; the form stays an ordinary search form, and nothing here is needed to search.

const DELAY_MS = 150;
const SHORTEST_QUERY = 2;
const MOST_SUGGESTIONS = 8;
const CURSOR_KEYS = ["Home", "End", "ArrowLeft", "ArrowRight"];

class Suggestions {
  constructor(form) {
    this.form = form;
    this.words = form.dataset;
    this.input = form.querySelector("input[type=search]");
    this.items = [];
    this.position = -1;
    this.typed = "";
    this.list = Object.assign(document.createElement("ul"), {
      id: `${this.input.id}-list`,
      className: "listbox",
      hidden: true,
    });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.words.label);
    this.status = Object.assign(document.createElement("div"), { className: "visually-hidden" });
    this.status.setAttribute("role", "status");
    this.input.after(this.list);
    form.append(this.status);
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-expanded", "false");
    this.input.setAttribute("aria-controls", this.list.id);
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("blur", () => this.close());
    form.addEventListener("submit", () => this.stop());
  }

  get isOpen() {
    return !this.list.hidden;
  }

  get isWaitedFor() {
    return document.activeElement === this.input;
  }

  cancel() {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  stop() {
    this.cancel();
    this.close();
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(), DELAY_MS);
  }

  async load() {
    this.typed = this.input.value.trim();
    this.request?.abort();
    if (this.typed.length < SHORTEST_QUERY) {
      this.give([]);
      this.status.textContent = "";
      return;
    }
    this.request = new AbortController();
    try {
      const address = `${this.words.suggest}?q=${encodeURIComponent(this.typed)}`;
      const answer = await fetch(address, { signal: this.request.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      this.give((await answer.json()).suggestions.slice(0, MOST_SUGGESTIONS));
      if (this.isWaitedFor) this.status.textContent = this.count();
    } catch (error) {
      // A search needs no suggestions, so that a failure is nobody's concern.
      if (error.name !== "AbortError") this.give([]);
    }
  }

  give(items) {
    this.items = items;
    this.list.replaceChildren(...items.map((item, index) => this.option(item, index)));
    this.show();
  }

  show() {
    this.mark(-1);
    this.list.hidden = !this.items.length || !this.isWaitedFor;
    this.input.setAttribute("aria-expanded", String(this.isOpen));
  }

  option(item, index) {
    const option = Object.assign(document.createElement("li"), { id: `${this.list.id}-${index}` });
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.append(this.text(item));
    const kind = this.words[item.kind];
    if (kind) {
      option.append(" ", Object.assign(document.createElement("small"), { textContent: kind }));
    }
    option.addEventListener("click", () => this.choose(index));
    return option;
  }

  text(item) {
    const text = Object.assign(document.createElement("span"), { textContent: item.text });
    if (item.lang !== document.documentElement.lang) {
      text.lang = item.lang;
      text.dir = "auto";
    }
    return text;
  }

  count() {
    if (!this.items.length) return this.words.none;
    return this.items.length === 1
      ? this.words.one
      : this.words.many.replace("%d", this.items.length);
  }

  mark(index) {
    this.position = index;
    [...this.list.children].forEach((option, at) =>
      option.setAttribute("aria-selected", String(at === index)),
    );
    if (index < 0) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    const option = this.list.children[index];
    this.input.setAttribute("aria-activedescendant", option.id);
    this.input.value = this.items[index].text;
    option.scrollIntoView({ block: "nearest" });
  }

  choose(index) {
    const { text, url } = this.items[index];
    this.input.value = text;
    this.stop();
    location.assign(url);
  }

  close() {
    this.mark(-1);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  move(step) {
    const stops = this.items.length + 1;
    this.cancel();
    if (!this.isOpen) this.show();
    this.mark(((this.position + 1 + step + stops) % stops) - 1);
    if (this.position < 0) this.input.value = this.typed;
  }

  onKey(event) {
    if (event.isComposing) return;
    const { key } = event;
    if ((key === "ArrowDown" || key === "ArrowUp") && this.items.length) {
      event.preventDefault();
      this.move(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Escape" && this.isOpen) {
      event.preventDefault();
      this.input.value = this.typed;
      this.close();
    } else if (key === "Enter" && this.isOpen && this.position >= 0) {
      event.preventDefault();
      this.choose(this.position);
    } else if (key === "Tab") {
      this.close();
    } else if (CURSOR_KEYS.includes(key)) {
      // They move the cursor in what now stands in the field, and leave the list.
      this.mark(-1);
    }
  }
}

for (const form of document.querySelectorAll("form[data-suggest]")) new Suggestions(form);
