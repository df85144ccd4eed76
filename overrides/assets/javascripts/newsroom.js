// @ts-check
// What the reader may do on a page: text size, share, copy a citation, print, menu, go to a date.
// Everything works without it; what needs it is hidden until it runs. Nothing is sent anywhere.
(() => {
  "use strict";

  const SIZES = 3;
  const SIZE_KEY = "newsroom.text";
  const SCHEME_KEY = "newsroom.scheme";
  const DESK = "(min-width: 76.25em)"; // from here on the theme shows the menu beside the page
  const root = document.documentElement;

  /** @param {string} key */
  const remembered = key => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage may be switched off; the page then forgets what was chosen
    }
  };

  /** @param {string} key @param {string} value */
  const remember = (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // see remembered()
    }
  };

  // What was chosen before is shown by overrides/partials/preferences.html, ahead of the first line.

  /** @param {number} size 0 is the theme's own size */
  const showSize = size => {
    if (size > 0) root.dataset.nrText = String(size);
    else delete root.dataset.nrText;
  };

  /** @param {number} step */
  const changeSize = step => {
    const size = Math.min(SIZES, Math.max(0, Number(root.dataset.nrText ?? 0) + step));
    showSize(size);
    remember(SIZE_KEY, String(size));
    return size;
  };

  /** @param {boolean} dark */
  const showScheme = dark => {
    document.body.dataset.mdColorScheme = dark ? "slate" : "default";
  };

  const bindPalette = () => {
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
      if (remembered(SCHEME_KEY) === null) showScheme(matches);
    });
    document.querySelector("[data-nr-palette]")?.addEventListener("click", () => {
      showScheme(document.body.dataset.mdColorScheme !== "slate");
      remember(SCHEME_KEY, document.body.dataset.mdColorScheme ?? "default");
    });
  };

  /** @param {string} text @returns {Promise<boolean>} */
  const copy = async text => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false; // refused, or not a secure page: the caller shows the text instead
    }
  };

  /** @param {Element} tools */
  const bindTools = tools => {
    const answer = tools.querySelector("[data-nr-answer]");
    /** @param {string} text */
    const say = text => {
      if (answer) answer.textContent = text;
    };
    /** @param {string} text @param {string} done */
    const copyAndSay = async (text, done) => say((await copy(text)) ? done : text);
    tools.addEventListener("click", async event => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (!button) return;
      if (button.dataset.nrText) {
        const size = changeSize(Number(button.dataset.nrText));
        say(size === 0 ? "Cỡ chữ thường" : `Cỡ chữ to bậc ${size}`);
      } else if (button.dataset.nrCopy) {
        await copyAndSay(button.dataset.nrCopy, "Đã chép");
      } else if ("nrPrint" in button.dataset) {
        window.print();
      } else if ("nrShare" in button.dataset) {
        const address = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? location.href;
        if (navigator.share) await navigator.share({ title: document.title, url: address }).catch(() => {});
        else await copyAndSay(address, "Đã chép địa chỉ bài");
      }
    });
  };

  /** @param {() => void} close */
  const closeButton = close => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "nr-close";
    button.textContent = "Đóng trình đơn";
    button.addEventListener("click", close);
    return button;
  };

  // The theme's drawer is a hidden checkbox. While it is open nothing behind it can be reached.
  const bindMenu = () => {
    const button = document.querySelector("[data-nr-menu]");
    const drawer = document.getElementById("__drawer");
    const panel = document.querySelector(".md-sidebar--primary");
    if (!(button instanceof HTMLElement) || !(drawer instanceof HTMLInputElement) || !panel) return;
    const behind = document.querySelectorAll(".md-skip, .nr-header, .nr-sections, .md-content, .md-sidebar--secondary, .nr-footer");
    /** @param {boolean} open */
    const show = open => {
      drawer.checked = open;
      button.setAttribute("aria-expanded", String(open));
      behind.forEach(part => part.toggleAttribute("inert", open));
    };
    const close = () => {
      show(false);
      button.focus();
    };
    panel.id = "nr-drawer";
    const closing = closeButton(close);
    panel.querySelector(".md-sidebar__inner")?.prepend(closing); // without this script the menu button is not shown
    button.addEventListener("click", () => {
      show(true);
      closing.focus({ preventScroll: true });
    });
    drawer.addEventListener("change", () => show(drawer.checked));
    matchMedia(DESK).addEventListener("change", () => show(false));
    document.addEventListener("keydown", event => {
      if (event.key === "Escape" && drawer.checked) close();
    });
  };

  /** @param {HTMLFormElement} form */
  const bindDates = form => {
    form.addEventListener("submit", async event => {
      event.preventDefault();
      const day = String(new FormData(form).get("ngay") ?? "");
      const address = `${form.dataset.base}luu-tru/${day.replaceAll("-", "/")}/`;
      const answer = form.querySelector("[data-nr-date-answer]");
      const found = await fetch(address, { method: "HEAD" }).then(response => response.status !== 404, () => null); // whatever else is wrong the page itself tells
      if (found) location.assign(address);
      else if (answer) answer.textContent = found === null ? "Chưa nối được mạng, xin thử lại." : "Ngày này không có tin. Xin chọn một ngày trong các tháng dưới đây.";
    });
  };

  // The bar is wider than a phone; the page itself stays where it is.
  const showSection = () => {
    const bar = document.querySelector(".nr-sections");
    const current = bar?.querySelector("[aria-current]");
    if (!bar || !current) return;
    const [room, item] = [bar.getBoundingClientRect(), current.getBoundingClientRect()];
    bar.scrollLeft += item.left + item.width / 2 - (room.left + room.width / 2);
  };

  /** @param {string} part of an address */
  const decoded = part => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part.replace(/%../g, " "); // no UTF-8
    }
  };

  // On the page of a wrong address: the words that it ends with are most of what the reader was after.
  const offerWords = () => {
    const link = document.querySelector("a[data-nr-lost]");
    if (!(link instanceof HTMLAnchorElement)) return;
    const end = location.pathname.replace(/(?:\.html?|\/)+$/, "").split("/").pop() ?? "";
    const words = decoded(end).replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
    if (!/\p{L}/u.test(words)) return;
    link.search = String(new URLSearchParams({ q: words }));
    link.textContent = `Tìm “${words}”`;
    link.closest("li")?.removeAttribute("hidden");
  };

  bindPalette();
  showSection();
  offerWords();
  document.querySelectorAll("[data-nr-tools]").forEach(bindTools);
  document.querySelectorAll("form[data-nr-date]").forEach(form => form instanceof HTMLFormElement && bindDates(form));
  bindMenu();
})();
