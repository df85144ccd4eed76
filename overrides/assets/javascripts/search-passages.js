// @ts-check
// A passage of the text for a result whose title and lead do not show what was asked. Its page is read when the reader asks for
// it: nothing but the index is loaded before, and nobody on a slow line pays for ten pages.
(() => {
  "use strict";

  /** @typedef {(name: string, ...values: unknown[]) => Promise<any>} Ask */

  const BLOCKS = "p, li, dd, td, h2, h3, figcaption, summary";
  const LONGEST = 20000; // letters: what a page holds beyond is not looked through
  const OFFER = "Xem đoạn có từ này";

  /** The paragraphs of a page of this site, in order. @param {string} html @returns {string[]} */
  const paragraphs = html => {
    const page = new DOMParser().parseFromString(html, "text/html"); // runs and loads nothing
    const root = page.querySelector("[data-article]") ?? page.querySelector("main article") ?? page.querySelector("main");
    const blocks = [...(root?.querySelectorAll(BLOCKS) ?? [])].filter(block => !block.querySelector(BLOCKS) && !block.closest("nav, noscript, [data-nr-tools]"));
    let room = LONGEST;
    return blocks.map(block => (block.textContent ?? "").replace(/\s+/g, " ").trim()).filter(text => text && (room -= text.length) > 0);
  };

  /** @param {Ask} ask @param {string} address @param {string} text @returns {Promise<string[] | null>} */
  const read = async (ask, address, text) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return ask("passage", paragraphs(await response.text()), text);
  };

  /** A button that puts the passage of a page in the place of its lead.
   * @param {Ask} ask @param {(parts: string[]) => (string | Node)[]} marked @param {HTMLElement} lead @param {HTMLAnchorElement} link @param {string} text */
  const offer = (ask, marked, lead, link, text) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "nr-passage";
    const say = (/** @type {string} */ words) => {
      button.textContent = words;
      button.setAttribute("aria-label", `${words}: ${link.textContent}`);
    };
    say(OFFER);
    button.addEventListener("click", async () => {
      button.disabled = true;
      say("Đang đọc bài…");
      try {
        const parts = await read(ask, link.href, text);
        lead.tabIndex = -1;
        if (parts) lead.replaceChildren(...marked(parts));
        else lead.append(" (Trong bài không có đoạn nào đủ những từ này.)");
        button.remove();
        lead.focus();
      } catch {
        button.disabled = false;
        say("Chưa đọc được bài, bấm để thử lại");
      }
    });
    return button;
  };

  Object.assign(window, { newsroomPassage: offer });
})();
