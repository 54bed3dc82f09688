// Search suggestions: the "editable combobox with list autocomplete, manual selection" of the
// WAI-ARIA Authoring Practices. It starts only on a form that names an address for suggestions in
// data-suggest; the form stays an ordinary search form, and nothing here is needed to search.

const DELAY_MS = 150;
const SHORTEST_QUERY = 2;
const MOST_SUGGESTIONS = 8;

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
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("blur", () => this.close());
  }

  get isOpen() {
    return !this.list.hidden;
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(), DELAY_MS);
  }

  async load() {
    this.typed = this.input.value.trim();
    this.request?.abort();
    this.items = [];
    if (this.typed.length < SHORTEST_QUERY) {
      this.status.textContent = "";
      this.close();
      return;
    }
    this.request = new AbortController();
    try {
      const address = `${this.words.suggest}?q=${encodeURIComponent(this.typed)}`;
      const answer = await fetch(address, {
        signal: this.request.signal,
        headers: { Accept: "application/json" },
      });
      this.items = answer.ok ? (await answer.json()).items.slice(0, MOST_SUGGESTIONS) : [];
    } catch (error) {
      if (error.name === "AbortError") return;
    }
    if (document.activeElement === this.input) this.show();
  }

  show() {
    this.list.replaceChildren(...this.items.map((item, index) => this.option(item, index)));
    this.position = -1;
    this.list.hidden = !this.items.length;
    this.input.setAttribute("aria-expanded", String(this.isOpen));
    this.status.textContent = this.count();
  }

  option(item, index) {
    const option = Object.assign(document.createElement("li"), { id: `${this.list.id}-${index}` });
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.append(item.text);
    if (item.hint) {
      option.append(Object.assign(document.createElement("small"), { textContent: item.hint }));
    }
    option.addEventListener("pointerdown", (event) => event.preventDefault());
    option.addEventListener("click", () => this.choose(index));
    return option;
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
      this.input.value = this.typed;
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
    this.close();
    if (url) location.assign(url);
    else this.form.requestSubmit();
  }

  close() {
    this.list.hidden = true;
    this.position = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  move(step) {
    const stops = this.items.length + 1;
    if (!this.isOpen) this.show();
    else this.mark(((this.position + 1 + step + stops) % stops) - 1);
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
    }
  }
}

for (const form of document.querySelectorAll("form[data-suggest]")) new Suggestions(form);
