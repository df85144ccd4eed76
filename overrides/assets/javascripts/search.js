// Search, first form: one index file, folded and ranked here. The contract of the page stays when the engine is replaced:
// <ol data-search-results data-state data-query>, <a data-search-result>, window.newsroomSearch(query).
(() => {
  "use strict";

  const PAGE = 10;
  const WEIGHTS = [0, 6, 1, 1, 3, 2, 1]; // address, title, label, date, lead, names, body
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const MARKS = /\p{M}/gu;
  const WORD = /[\p{L}\p{N}\p{M}]+/gu;

  /** Without marks: what a reader types in a hurry. @param {string} text */
  const fold = text => text.normalize("NFD").replace(MARKS, "").replace(/[đĐðÐ]/g, "d").toLowerCase().replace(/^0+(?=\d)/, "");

  /** Letters with their tone at the end, so that hoà and hòa are one. @param {string} word */
  const canonical = word => {
    const parts = word.normalize("NFD").replace(/[ÐðĐ]/g, "đ").toLowerCase();
    return parts.replace(TONES, "").normalize("NFC") + (parts.match(TONES) ?? []).join("");
  };

  /** @param {string} text */
  const words = text => [...text.normalize("NFC").matchAll(WORD)].map(match => ({ at: match.index, end: match.index + match[0].length, folded: fold(match[0]), exact: canonical(match[0]) }));

  const list = document.querySelector("[data-search-results]");
  const status = document.querySelector("[data-nr-find-status]");
  const form = document.querySelector("[data-nr-find]");
  if (!(list instanceof HTMLElement) || !status || !(form instanceof HTMLFormElement)) return;
  const input = form.querySelector("input");
  const base = list.dataset.base ?? "";

  /** @type {Promise<Array<{record: string[], fields: Array<ReturnType<typeof words>>}>> | null} */
  let index = null;
  /** @param {string} name */
  const read = async name => {
    const response = await fetch((list.dataset.index ?? "") + name);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.json();
  };
  const load = () => {
    index ??= read("muc-luc.json")
      .then(names => Promise.all(names.map(read)))
      .then(parts => parts.flat())
      .then(records => records.map(record => ({ record, fields: record.map((text, place) => (place ? words(text) : [])) })))
      .catch(error => {
        index = null; // the next try asks again
        throw error;
      });
    return index;
  };

  /** Quoted parts must stand word by word; the rest may stand anywhere. @param {string} query */
  const parse = query => {
    const text = query.normalize("NFC").replace(/[“”„«»]/g, '"');
    const phrases = [...text.matchAll(/"([^"]*)"/g)].map(match => words(match[1])).filter(phrase => phrase.length);
    const closed = /["\s]$/.test(text);
    const free = words(text);
    return { phrases, free, open: closed ? -1 : free.length - 1 };
  };

  const fits = (word, wanted, open) => word.folded === wanted.folded || (open && wanted.folded.length > 1 && word.folded.startsWith(wanted.folded));

  /** 3 for the same marks, 1 where the reader typed none or others stand. */
  const agreement = (word, wanted) => (word.exact === wanted.exact ? 3 : wanted.exact === wanted.folded ? 2 : 1);

  const hasPhrase = (fields, phrase) => fields.some(field => field.some((_, start) => phrase.every((wanted, step) => {
    const word = field[start + step];
    return word && word.folded === wanted.folded && (wanted.exact === wanted.folded || word.exact === wanted.exact);
  })));

  const score = (document_, query, rarity) => {
    let total = 0;
    let covered = 0;
    query.free.forEach((wanted, place) => {
      let best = 0;
      document_.fields.forEach((field, number) => {
        let times = 0;
        let close = 0;
        field.forEach((word, at) => {
          if (!fits(word, wanted, place === query.open)) return;
          times += agreement(word, wanted);
          const next = query.free[place + 1];
          if (next && field[at + 1] && fits(field[at + 1], next, place + 1 === query.open)) close += 3 * agreement(field[at + 1], next);
        });
        if (times) best += WEIGHTS[number] * ((times + close) / (times + close + 4));
      });
      if (best) covered += 1;
      total += best * rarity[place];
    });
    return query.free.length ? total * (covered / query.free.length) ** 4 : 0;
  };

  /** @param {string} text @returns {Promise<Array<{url: string, title: string, record: string[]}>>} */
  const search = async text => {
    const documents = await load();
    const query = parse(text);
    if (!query.free.length) return [];
    const rarity = query.free.map((wanted, place) => {
      const holders = documents.filter(({ fields }) => fields.some(field => field.some(word => fits(word, wanted, place === query.open)))).length;
      return Math.log(1 + documents.length / (1 + holders));
    });
    return documents
      .filter(({ fields }) => query.phrases.every(phrase => hasPhrase(fields, phrase)))
      .map((document_, place) => ({ document_, place, score: score(document_, query, rarity) }))
      .filter(hit => hit.score > 0)
      .sort((a, b) => b.score - a.score || a.place - b.place)
      .map(({ document_: { record } }) => ({ url: new URL(base + record[0], location.href).pathname, title: record[1], record }));
  };

  /** Text with the words of the query marked; nothing is ever parsed as HTML. */
  const marked = (text, query) => {
    const part = document.createDocumentFragment();
    let done = 0;
    for (const word of words(text)) {
      if (!query.free.some((wanted, place) => fits(word, wanted, place === query.open))) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(word.at, word.end);
      part.append(text.slice(done, word.at), mark);
      done = word.end;
    }
    part.append(text.slice(done));
    return part;
  };

  /** The stretch of the text that holds most of the query. */
  const excerpt = (record, query) => {
    const sources = [record[4], record[6]].map(text => text.normalize("NFC"));
    let best = { hits: -1, text: sources[0] };
    for (const text of sources) {
      const found = words(text);
      for (let start = 0; start < found.length; start += 12) {
        const window_ = found.slice(start, start + 36);
        const hits = query.free.filter((wanted, place) => window_.some(word => fits(word, wanted, place === query.open))).length;
        if (hits > best.hits) {
          const end = window_[window_.length - 1].end;
          best = { hits, text: (start ? "… " : "") + text.slice(window_[0].at, end) + (end < text.length ? " …" : "") };
        }
      }
    }
    return best.text;
  };

  const item = (hit, query) => {
    const [, title, label, date] = hit.record;
    const row = document.createElement("li");
    row.className = "nr-item";
    const heading = document.createElement("h2");
    heading.className = "nr-item__title";
    const link = document.createElement("a");
    link.href = hit.url;
    link.dataset.searchResult = "";
    link.append(marked(title, query));
    heading.append(link);
    const lead = document.createElement("p");
    lead.className = "nr-item__lead";
    lead.append(marked(excerpt(hit.record, query), query));
    const meta = document.createElement("p");
    meta.className = "nr-item__meta";
    meta.textContent = [label, date].filter(Boolean).join(" · ");
    const text = document.createElement("div");
    text.className = "nr-item__text";
    text.append(heading, lead, meta);
    row.append(text);
    return row;
  };

  let latest = 0;
  /** @param {string} text @param {number} shown */
  const show = async (text, shown = PAGE) => {
    const turn = ++latest;
    list.dataset.query = text;
    list.dataset.state = text.trim() ? "loading" : "idle";
    if (!text.trim()) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    status.textContent = "Đang tìm…";
    try {
      const hits = await search(text);
      if (turn !== latest) return;
      const query = parse(text);
      list.replaceChildren(...hits.slice(0, shown).map(hit => item(hit, query)));
      status.textContent = hits.length ? `${hits.length} kết quả${hits.length > shown ? `, hiện ${shown} kết quả đầu` : ""} cho “${text}”.` : `Không thấy kết quả nào cho “${text}”. Thử bớt từ, hoặc xem theo ngày và chuyên mục.`;
      list.dataset.state = "done";
    } catch {
      if (turn !== latest) return;
      list.replaceChildren();
      status.textContent = "Chưa tải được bộ tìm kiếm. Xin kiểm tra mạng rồi bấm Tìm lại.";
      list.dataset.state = "error";
    }
  };

  const fromAddress = () => {
    const text = new URLSearchParams(location.search).get("q") ?? "";
    if (input) input.value = text;
    return show(text);
  };

  form.addEventListener("submit", event => {
    event.preventDefault();
    const text = input?.value ?? "";
    history.pushState(null, "", `?q=${encodeURIComponent(text)}`);
    void show(text);
  });
  window.addEventListener("popstate", () => void fromAddress());
  Object.assign(window, { newsroomSearch: search });
  void fromAddress();
})();
