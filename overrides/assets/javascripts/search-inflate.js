// @ts-check
// Inflates (RFC 1951, block by block) for browsers without DecompressionStream; search-engine.js loads it only there.
(() => {
  "use strict";

  /** @param {Uint8Array} data @returns {Uint8Array} */
  const inflate = data => {
    /** @type {number[]} */
    const out = [];
    let at = 0;
    let held = 0;
    let count = 0;
    /** @param {number} wanted */
    const bits = wanted => {
      while (count < wanted) {
        held |= data[at++] << count;
        count += 8;
      }
      const value = held & ((1 << wanted) - 1);
      held >>>= wanted;
      count -= wanted;
      return value;
    };
    /** @param {number[]} lengths */
    const tree = lengths => {
      const counts = new Array(16).fill(0);
      lengths.forEach(length => (counts[length] += length ? 1 : 0));
      const next = [0, 0];
      for (let length = 1; length < 15; length += 1) next[length + 1] = next[length] + counts[length];
      const symbols = new Array(lengths.length);
      lengths.forEach((length, symbol) => {
        if (length) symbols[next[length]++] = symbol;
      });
      return { counts, symbols };
    };
    /** @param {{ counts: number[], symbols: number[] }} codes */
    const symbol = ({ counts, symbols }) => {
      let code = 0;
      let first = 0;
      let index = 0;
      for (let length = 1; ; length += 1) {
        code |= bits(1);
        const here = counts[length];
        if (code - here < first) return symbols[index + code - first];
        index += here;
        first = (first + here) << 1;
        code <<= 1;
        if (length > 15) throw new Error("not deflated");
      }
    };
    const more = (/** @type {number} */ code, /** @type {number} */ step) => (code < step * 2 ? 0 : Math.floor(code / step) - 1);
    const length = (/** @type {number} */ code) => {
      if (code === 28) return 258;
      const extra = more(code, 4);
      return 3 + (extra ? ((4 + (code % 4)) << extra) + bits(extra) : code);
    };
    const distance = (/** @type {number} */ code) => {
      const extra = more(code, 2);
      return 1 + (extra ? ((2 + (code % 2)) << extra) + bits(extra) : code);
    };
    const fixed = Array.from({ length: 288 }, (_, code) => (code < 144 ? 8 : code < 256 ? 9 : code < 280 ? 7 : 8));
    for (let last = 0; !last; ) {
      last = bits(1);
      const kind = bits(2);
      if (kind === 0) {
        held = 0;
        count = 0;
        const start = at + 4;
        at = start + (data[at] | (data[at + 1] << 8));
        for (const byte of data.subarray(start, at)) out.push(byte);
        continue;
      }
      let literals = tree(fixed);
      let distances = tree(new Array(30).fill(5));
      if (kind === 2) {
        const [many, far, few] = [bits(5) + 257, bits(5) + 1, bits(4) + 4];
        const lengths = new Array(19).fill(0);
        [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].slice(0, few).forEach(place => (lengths[place] = bits(3)));
        const codes = tree(lengths);
        /** @type {number[]} */
        const all = [];
        while (all.length < many + far) {
          const code = symbol(codes);
          if (code < 16) all.push(code);
          else if (code === 16) all.push(...new Array(3 + bits(2)).fill(all[all.length - 1]));
          else all.push(...new Array(code === 17 ? 3 + bits(3) : 11 + bits(7)).fill(0));
        }
        literals = tree(all.slice(0, many));
        distances = tree(all.slice(many));
      }
      for (let code = symbol(literals); code !== 256; code = symbol(literals)) {
        if (code < 256) {
          out.push(code);
          continue;
        }
        const size = length(code - 257);
        const back = distance(symbol(distances));
        for (let step = 0; step < size; step += 1) out.push(out[out.length - back]);
      }
    }
    return Uint8Array.from(out);
  };

  /** @type {any} */ (self).newsroomInflate = inflate;
})();
