// @ts-check
// The search page: asks the engine (search-engine.js, in a Worker where there is one) and shows what it finds.
// Contract: <ol data-search-results data-state data-query>, <a data-search-result>, window.newsroomSearch(query).
(() => {
  "use strict";

  /** @typedef {{ url: string, title: string, kind: string, section: string, day: string, titleParts: string[], excerptParts: string[], isTold: boolean }} Hit */
  /** @typedef {{ total: number, all: number, corrected: string, apart: boolean, hits: Hit[] }} Answer */
  /** @typedef {{ section?: string, year?: number, kind?: string, newest?: boolean, from?: number, count?: number }} Wish */

  const PAGE = 10;
  const PATIENCE = 160; // ms without a key before suggestions are looked for
  const KINDS = { "van-ban": "Văn bản", "ho-so": "Hồ sơ chi bộ", "chuong-trinh": "Chương trình", "don-vi": "Đơn vị", "nhan-su": "Nhân sự", trang: "Trang" };
  const script = /** @type {HTMLScriptElement} */ (document.currentScript).src;

  /** @param {string} selector */
  const one = selector => /** @type {HTMLElement} */ (document.querySelector(selector));
  const list = one("[data-search-results]");
  const status = one("[data-nr-find-status]");
  const form = /** @type {HTMLFormElement} */ (one("[data-nr-find]"));
  if (!list || !status || !form) return;
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const more = /** @type {HTMLButtonElement} */ (one("[data-nr-find-more]"));
  const moreWords = more.textContent ?? "";
  const retry = /** @type {HTMLButtonElement} */ (one("[data-nr-find-retry]"));
  const filters = /** @type {HTMLFormElement} */ (one("[data-nr-find-filters]"));
  const sift = /** @type {HTMLDetailsElement} */ (one("[data-nr-find-sift]"));
  const all = /** @type {HTMLButtonElement} */ (one("[data-nr-find-all]"));
  const elsewhere = one("[data-nr-find-elsewhere]");
  const archive = one("[data-nr-find-archive]");
  const suggestions = one("[data-nr-find-suggestions]");
  const base = new URL(list.dataset.base ?? "", location.href);
  const folder = new URL(list.dataset.index ?? "", location.href).href;
  const engineAddress = new URL("search-engine.js", script).href;

  // --- the engine --------------------------------------------------------------------------------------------------------------

  /** @returns {Promise<(name: string, values: unknown[]) => Promise<any>>} the engine on this page, where no Worker can be had */
  const onPage = () => new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = engineAddress;
    element.addEventListener("load", () => {
      const engine = /** @type {any} */ (window).newsroomEngine(folder);
      resolve((name, values) => engine[name](...values));
    });
    element.addEventListener("error", () => {
      element.remove();
      reject(new Error("engine"));
    });
    document.head.append(element);
  });

  /** @returns {Promise<(name: string, values: unknown[]) => Promise<any>>} */
  const inWorker = () => new Promise((resolve, reject) => {
    const worker = new Worker(`${engineAddress}?folder=${encodeURIComponent(folder)}`);
    /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
    const waiting = new Map();
    let turn = 0;
    worker.addEventListener("error", event => {
      event.preventDefault();
      reject(new Error("worker"));
    });
    worker.addEventListener("message", ({ data }) => {
      if (data.ready) {
        resolve((name, values) => new Promise((done, fail) => {
          turn += 1;
          waiting.set(turn, { resolve: done, reject: fail });
          worker.postMessage({ id: turn, name, values });
        }));
        return;
      }
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.error) asked?.reject(new Error(data.error));
      else asked?.resolve(data.value);
    });
  });

  /** @type {ReturnType<typeof onPage> | null} */
  let engine = null;
  const started = () => (engine ??= ("Worker" in window ? inWorker().catch(onPage) : onPage()).catch(error => {
    engine = null; // the next try loads it again
    throw error;
  }));
  started().catch(() => {}); // it comes while the reader types

  /** @param {string} name @param {...unknown} values */
  const ask = async (name, ...values) => (await started())(name, values);

  /** @param {string} text @param {Wish} wish @returns {Promise<Answer>} */
  const search = (text, wish = {}) => ask("search", text, wish);

  // --- what is asked: the address tells all of it ------------------------------------------------------------------------------

  const asked = () => new URLSearchParams(location.search);
  /** @returns {Wish} */
  const wished = () => {
    const told = asked();
    return {
      section: told.get("chuyen-muc") ?? "",
      year: Number(told.get("nam") ?? 0),
      kind: told.get("loai") ?? "",
      newest: told.get("xep") === "moi",
    };
  };

  /** @param {string} text @param {URLSearchParams} chosen */
  const address = (text, chosen) => {
    const told = new URLSearchParams({ q: text });
    for (const [name, value] of chosen) if (value && name !== "q") told.set(name, value);
    return `?${told}`;
  };

  const isWide = matchMedia("(min-width: 45em)").matches; // a phone shows results first, and filters when they are asked for
  const chosen = () => new URLSearchParams(/** @type {any} */ (new FormData(filters)));

  // --- what is shown -----------------------------------------------------------------------------------------------------------

  /** Plain and marked text in turn; nothing is ever parsed as HTML. @param {string[]} parts */
  const marked = parts => parts.map((part, place) => {
    if (place % 2 === 0) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });

  /** @param {string} tag @param {string} name @param {...(string | Node)} children */
  const element = (tag, name, ...children) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children);
    return made;
  };

  /** @param {string} day 2022-10-25 */
  const readable = day => day.split("-").reverse().join("/");

  /** @param {Hit} hit */
  const item = hit => {
    const link = /** @type {HTMLAnchorElement} */ (element("a", "", ...marked(hit.titleParts)));
    link.href = new URL(hit.url, base).pathname;
    link.dataset.searchResult = "";
    const label = hit.section || KINDS[/** @type {keyof typeof KINDS} */ (hit.kind)] || "";
    const meta = element("p", "nr-item__meta", label);
    if (hit.day) {
      const time = /** @type {HTMLTimeElement} */ (element("time", "", readable(hit.day)));
      time.dateTime = hit.day;
      meta.append(label ? " · " : "", time);
    }
    const lead = element("p", "nr-item__lead", ...marked(hit.excerptParts));
    const made = element("li", "nr-item", element("div", "nr-item__text", element("h2", "nr-item__title", link), lead, meta));
    if (!hit.isTold) lead.after(/** @type {any} */ (window).newsroomPassage(ask, marked, lead, link, list.dataset.query));
    return made;
  };

  /** @param {Answer} answer @param {string} text @param {number} shown */
  const told = (answer, text, shown) => {
    const said = `“${text.replace(/^["“”](.*)["“”]$/, "$1")}”`;
    if (!answer.total && answer.all) return `Không có kết quả nào cho ${said} trong phần đã lọc; bỏ lọc thì có ${answer.all} kết quả.`;
    if (!answer.total) return `Không thấy kết quả nào cho ${said}. Thử bớt từ, hoặc gõ không dấu.`;
    const number = `${answer.total} kết quả${answer.total > shown ? `, hiện ${shown} kết quả đầu` : ""}`;
    if (answer.corrected) return `Không thấy ${said} — hiện kết quả cho “${answer.corrected}”: ${number}.`;
    if (answer.apart) return `Không bài nào có cụm ${said}, chỉ có từng chữ riêng lẻ: ${number}.`;
    return `${number} cho ${said}.`;
  };

  /** The day, month or year that is all of a query: its page in the archive and its name. @param {string} text */
  const dated = text => {
    const plain = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/\b(?:tin|ngay|thang|nam)\b/g, " ").trim();
    const numbers = /^\d[\d\s/.-]*$/.test(plain) ? plain.match(/\d+/g) ?? [] : [];
    const [year, ...rest] = numbers[0]?.length === 4 ? numbers : numbers.reverse();
    if (!/^(?:19|20)\d\d$/.test(year ?? "") || rest.length > 2 || rest.some(number => number.length > 2)) return null;
    const [month, day] = rest.map(number => number.padStart(2, "0"));
    const name = day ? `ngày ${day}/${month}/${year}` : month ? `tháng ${Number(month)}/${year}` : `năm ${year}`;
    return { address: new URL(`luu-tru/${[year, month, day].filter(Boolean).join("/")}/`, base).href, name };
  };

  /** Whoever asks for a date is led to its page, where there is one. @param {string} text @param {number} turn */
  const offerArchive = async (text, turn) => {
    archive.hidden = true;
    const asked = dated(text);
    const isThere = asked && await fetch(asked.address, { method: "HEAD" }).then(response => response.ok, () => false);
    if (!isThere || turn !== latest) return;
    const link = /** @type {HTMLAnchorElement} */ (element("a", "", `Xem tin đăng ${asked.name}`));
    link.href = asked.address;
    archive.replaceChildren(link);
    archive.hidden = false;
  };

  const failed = () => navigator.onLine === false
    ? "Chưa tải được: máy đang ngoại tuyến. Khi có mạng lại, bấm Thử lại."
    : "Chưa tải được bộ tìm kiếm. Xin kiểm tra mạng rồi bấm Thử lại.";

  // The results come long after the page has loaded, too late for the browser to put a reader who comes back where he was.
  history.scrollRestoration = "manual";

  /** @typedef {{ shown?: number, top?: number }} Place how many results are shown, how far down the reader is */

  /** The place in the results, kept with the address for the way back. */
  const keepPlace = () => history.replaceState({ shown, top: scrollY }, "");

  /** The button below the results: whoever asks for more is there, far from the status. @param {string} words none hide it */
  const offerMore = (words, isBusy = false) => {
    more.hidden = !words;
    more.disabled = isBusy;
    more.textContent = words;
  };

  let latest = 0;
  let shown = 0;
  /** @param {string} text @param {boolean} further @param {Place} place */
  const show = async (text, further = false, { shown: count = PAGE, top } = {}) => {
    const turn = ++latest;
    hideSuggestions();
    for (const part of [retry, all, elsewhere]) part.hidden = true;
    offerMore(further ? "Đang tải thêm…" : "", further);
    if (!further) void offerArchive(text, turn);
    list.dataset.query = text;
    list.dataset.state = text.trim() ? "loading" : "idle";
    list.setAttribute("aria-busy", String(Boolean(text.trim())));
    sift.hidden = !text.trim();
    if (!text.trim()) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    status.textContent = "Đang tìm…";
    const from = further ? shown : 0;
    try {
      const answer = await search(text, { ...wished(), from, count });
      if (turn !== latest) return;
      const items = answer.hits.map(item);
      if (further) list.append(...items);
      else list.replaceChildren(...items);
      shown = from + items.length;
      if (further) items[0]?.querySelector("a")?.focus();
      offerMore(answer.total > shown ? moreWords : "");
      all.hidden = answer.total === answer.all;
      elsewhere.hidden = answer.all > 0;
      sift.hidden = !answer.all;
      status.textContent = told(answer, text, shown);
      list.dataset.state = "done";
      if (top !== undefined) scrollTo(0, top);
      void offer();
    } catch {
      if (turn !== latest) return;
      if (further) offerMore("Chưa tải được, bấm để thử lại");
      else list.replaceChildren();
      status.textContent = failed();
      retry.hidden = false;
      retry.onclick = () => void show(text, further, { shown: count, top });
      list.dataset.state = "error";
    } finally {
      if (turn === latest) list.removeAttribute("aria-busy");
    }
  };

  /** The years there are, once they are known. */
  const offer = async () => {
    const years = /** @type {HTMLSelectElement} */ (filters.elements.namedItem("nam"));
    if (years.options.length > 1) return;
    const { years: found } = await ask("choices");
    if (years.options.length > 1) return;
    for (const year of found) years.append(new Option(`Năm ${year}`, String(year)));
    years.value = asked().get("nam") ?? "";
  };

  const fromAddress = () => {
    const told = asked();
    const text = told.get("q") ?? "";
    input.value = text;
    for (const field of filters.elements) if (field instanceof HTMLSelectElement) field.value = told.get(field.name) ?? "";
    sift.open = isWide || [...chosen().values()].some(Boolean);
    return show(text, false, history.state ?? {});
  };

  // --- suggestions ---------------------------------------------------------------------------------------------------------------

  const hideSuggestions = () => {
    suggestions.hidden = true;
    suggestions.replaceChildren();
  };

  let pause = 0;
  const suggest = async () => {
    const text = input.value;
    const turn = latest;
    /** @type {[string, string][]} */
    const rows = text.trim().length > 1 ? await ask("suggest", text).catch(() => []) : [];
    if (turn !== latest || input.value !== text) return;
    suggestions.replaceChildren(...rows.map(([title, url]) => {
      const link = /** @type {HTMLAnchorElement} */ (element("a", "", title));
      link.href = new URL(url, base).pathname;
      return element("li", "", link);
    }));
    suggestions.hidden = !rows.length;
  };

  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = window.setTimeout(() => void suggest(), PATIENCE);
  });

  /** Arrow keys walk from the field through the suggestions and back. @param {KeyboardEvent} event */
  const walk = event => {
    if (event.key === "Escape") {
      if (suggestions.contains(document.activeElement)) input.focus();
      hideSuggestions();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || suggestions.hidden) return;
    const stops = [input, ...suggestions.querySelectorAll("a")];
    const next = stops[stops.indexOf(/** @type {any} */ (document.activeElement)) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  form.addEventListener("keydown", walk);

  // --- what the reader does ------------------------------------------------------------------------------------------------------

  /** @param {string} text */
  const go = text => {
    keepPlace();
    history.pushState(null, "", address(text, chosen()));
    void show(text);
  };
  form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(pause);
    if (matchMedia("(pointer: coarse)").matches) input.blur(); // else a keyboard on the screen stays, over the results
    go(input.value);
  });
  const filtered = () => go(list.dataset.query ?? "");
  filters.addEventListener("change", filtered);
  all.addEventListener("click", () => {
    const order = chosen().get("xep") ?? "";
    filters.reset();
    /** @type {HTMLSelectElement} */ (filters.elements.namedItem("xep")).value = order;
    filtered();
    input.focus();
  });
  filters.addEventListener("submit", event => event.preventDefault());
  list.addEventListener("click", keepPlace); // before a result is followed
  more.addEventListener("click", () => void show(list.dataset.query ?? "", true));
  window.addEventListener("popstate", () => void fromAddress());
  window.addEventListener("online", () => {
    if (list.dataset.state === "error") retry.click();
  });

  Object.assign(window, {
    /** @param {string} text */
    newsroomSearch: async text => (await search(text)).hits.map(hit => ({ ...hit, url: new URL(hit.url, base).pathname })),
  });
  void fromAddress();
})();
