// @ts-check
// A passage of the text for a result whose title and lead do not show what was asked. Its page is read when the result comes
// into view, one page at a time; where that fails, or the reader saves data, the lead stays.
(() => {
  "use strict";

  /** @typedef {(name: string, ...values: unknown[]) => Promise<any>} Ask */
  /** @typedef {{ item: HTMLElement, lead: HTMLElement, address: string, text: string }} Wanted */

  const BLOCKS = "p, li, dd, td, h2, h3, figcaption, summary";
  const LONGEST = 20000; // letters: what a page holds beyond is not looked through

  /** The paragraphs of a page of this site, in order. @param {string} html @returns {string[]} */
  const paragraphs = html => {
    const page = new DOMParser().parseFromString(html, "text/html"); // runs and loads nothing
    const root = page.querySelector("[data-article]") ?? page.querySelector("main article") ?? page.querySelector("main");
    const blocks = [...(root?.querySelectorAll(BLOCKS) ?? [])].filter(block => !block.querySelector(BLOCKS) && !block.closest("nav, noscript, [data-nr-tools]"));
    let room = LONGEST;
    return blocks.map(block => (block.textContent ?? "").replace(/\s+/g, " ").trim()).filter(text => text && (room -= text.length) > 0);
  };

  const isSaving = () => {
    const line = /** @type {any} */ (navigator).connection;
    return Boolean(line && (line.saveData || /2g$/.test(line.effectiveType ?? "")));
  };

  /** @param {Ask} ask @param {(parts: string[]) => (string | Node)[]} marked */
  const passages = (ask, marked) => {
    /** @type {Map<Element, Wanted>} */
    const waiting = new Map();
    /** @type {Wanted[]} */
    let seen = [];
    let busy = false;
    let stopping = new AbortController();

    const next = async () => {
      const wanted = busy ? undefined : seen.shift();
      if (!wanted) return;
      const { signal } = stopping;
      busy = true;
      try {
        const response = await fetch(wanted.address, /** @type {RequestInit} */ ({ signal, priority: "low" }));
        const parts = response.ok ? await ask("passage", paragraphs(await response.text()), wanted.text) : null;
        if (parts && !signal.aborted) {
          wanted.lead.style.minHeight = `${wanted.lead.offsetHeight}px`; // nothing below moves up
          wanted.lead.replaceChildren(...marked(parts));
        }
      } catch {
        // the lead stays
      }
      if (signal.aborted) return; // others wait now
      busy = false;
      void next();
    };

    const observer = "IntersectionObserver" in window && new IntersectionObserver(entries => {
      for (const { isIntersecting, target } of entries) {
        const wanted = waiting.get(target);
        if (!isIntersecting || !wanted || !observer) continue;
        observer.unobserve(target);
        waiting.delete(target);
        seen.push(wanted);
      }
      void next();
    });

    return {
      /** @param {Wanted} wanted */
      want: wanted => {
        if (!observer || isSaving()) return;
        waiting.set(wanted.item, wanted);
        observer.observe(wanted.item);
      },

      /** Another query is asked: nothing of this one is loaded any more. */
      forget: () => {
        stopping.abort();
        stopping = new AbortController();
        busy = false;
        seen = [];
        waiting.clear();
        if (observer) observer.disconnect();
      },
    };
  };

  Object.assign(window, { newsroomPassages: passages });
})();
