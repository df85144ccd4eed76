// @ts-check
// The search engine: reads the index that scripts/newsroom/search/ writes and ranks what fits. It runs in a Worker, or on the
// page where there is none: `newsroomEngine(folder)` answers { search, suggest }. Nothing but files below `folder` is fetched.
(() => {
  "use strict";

  /** @typedef {{ folded: string, form: number, quoted: number, at: number, end: number }} Token */
  /** @typedef {{ first: number, second: number, documents: number[], weights: number[] }} Form */
  /** @typedef {{ size: number, forms: Form[] }} Postings */
  /** @typedef {{ name: string, version: string, documents: number, cut: number[], cards: number, years: [number, number][], sieve?: string }} Segment */
  /** @typedef {{ segments: Segment[], guides: number, letters: string, sections: [string, string][], abbreviations: [string, string][], suggestions: string }} Manifest */
  /** @typedef {{ url: string, title: string, kind: string, section: string, day: string, excerpt: string }} Card */

  const UNIT = 256;
  const MOST_SPREAD = 8; // scripts/newsroom/search/shards.py
  const SPREAD_OF = 4;
  /** What stands in no section, by the byte that tells its kind (scripts/newsroom/search/cards.py). */
  const KINDS = new Map([[255, "trang"], [254, "ho-so"], [253, "van-ban"], [252, "chuong-trinh"], [251, "don-vi"], [250, "nhan-su"]]);
  const TITLE = 8;
  const FEW = 3; // pairs that are asked for first
  const UNDATED = 0.9; // profiles and pages stay behind articles that fit as well,
  const NAMED = 1.5; // but before them where they are called what is asked for, with a number or three syllables;
  const GUIDE = 0.3; // the handbook, which the manifest counts and which stands first, behind all that readers come for
  const MOST = 24; // syllables of a query that count: a bit each
  const PAGE = 10;
  const SURE = 4; // hits that nothing as good displaces
  const STRETCH = 110; // letters of a passage that are looked at together: three lines on a phone
  const BEFORE = 30; // letters before its first hit
  const CHANCE = 0.5; // times as often as chance has two words side by side, of those that belong together
  const ALIKE = 0.8; // how much of another's score a hit needs to fit as well
  const DEPTH = 200; // how far down in rank such hits are looked for

  // --- tokens: the very same as scripts/newsroom/search/tokens.py ------------------------------------------------------------

  const SYLLABLE = /[\p{L}\p{N}]+/gu;
  const WITH_MARKS = /[\p{L}\p{N}][\p{L}\p{N}\u0300-\u036f]*/gu;
  const MARKS = /[\u0300-\u036f]/g;
  const TONES = { "\u0300": 1, "\u0301": 2, "\u0303": 3, "\u0309": 4, "\u0323": 5 };
  const VOWEL_MARKS = { "\u0302": 8, "\u0306": 16, "\u031b": 32, "đ": 64 };

  /** The syllables and numbers of a text in lower case. @param {string} text @returns {string[]} */
  const syllables = text => text.normalize("NFC").toLowerCase().replace(/ð/g, "đ").replace(MARKS, "").match(SYLLABLE) ?? [];

  /** Without marks, đ→d, without leading zeros. @param {string} syllable */
  const fold = syllable => syllable.normalize("NFD").replace(MARKS, "").replace(/đ/g, "d").replace(/^0+(?=[0-9])/, "");

  /** Tone in three bits, vowel marks in three, đ in one. @param {string} syllable */
  const formOf = syllable => {
    let tone = 0;
    let rest = 0;
    for (const char of syllable.normalize("NFD")) {
      tone = TONES[/** @type {keyof TONES} */ (char)] ?? tone;
      rest |= VOWEL_MARKS[/** @type {keyof VOWEL_MARKS} */ (char)] ?? 0;
    }
    return tone | rest;
  };

  /** How well a written form answers a typed one: 1 the same, less where the reader typed no marks or others stand.
   * @param {number} typed @param {number} written @param {boolean} open */
  const agreement = (typed, written, open = false) => {
    if (typed === written) return 1;
    if (typed === 0) return 0.93;
    const tone = typed & 7;
    const fits = (tone === 0 || tone === (written & 7)) && (typed & written & 120) === (typed & 120);
    if (fits) return open ? 0.97 : 0.85;
    return written === 0 ? 0.6 : 0.3;
  };

  /** A title as the builder makes a slug of it. @param {string} title */
  const slugOf = title => title.normalize("NFD").replace(MARKS, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");

  // --- the query ---------------------------------------------------------------------------------------------------------------

  /** @param {string} text @returns {{ tokens: Token[], open: boolean }} */
  const parse = text => {
    const plain = text.normalize("NFC").replace(/[“”„«»‟″]/g, '"');
    /** @type {Token[]} */
    const tokens = [];
    let quoted = 0;
    let at = 0;
    plain.split('"').forEach((piece, place, pieces) => {
      if (place % 2) quoted += 1;
      const inside = place % 2 ? quoted : 0;
      for (const match of piece.matchAll(WITH_MARKS)) {
        const [syllable] = syllables(match[0]);
        if (!syllable) continue;
        const start = at + (match.index ?? 0);
        tokens.push({ folded: fold(syllable), form: formOf(syllable), quoted: inside, at: start, end: start + match[0].length });
      }
      at += piece.length + (place < pieces.length - 1 ? 1 : 0);
    });
    const last = tokens[tokens.length - 1];
    const open = Boolean(last) && !last.quoted && last.end === plain.length && (last.folded.length > 1 || tokens.length > 1) && !/\d/.test(last.folded);
    return { tokens: tokens.slice(0, MOST), open: open && tokens.length <= MOST };
  };

  /** Bits of a form, by the keys of Telex and VNI that make them. */
  const TONE_KEYS = { f: 1, s: 2, x: 3, r: 4, j: 5, 2: 1, 1: 2, 4: 3, 3: 4, 5: 5 };
  const MARK_KEYS = { a: ["a", 8], e: ["e", 8], o: ["o", 8], d: ["d", 64], 6: ["aeo", 8], 7: ["ou", 32], 8: ["a", 16], 9: ["d", 64] };

  /** What a key marks in the letters before it, 0 where it is a letter itself. @param {string} letters @param {string} key @returns {number} */
  const marking = (letters, key) => {
    if (key === "w") return /[aou]/.test(letters) ? (/a[^ou]*$/.test(letters) && !/[^q]ua/.test(letters) ? 16 : 32) : 0;
    const [bearers, bit] = MARK_KEYS[/** @type {keyof MARK_KEYS} */ (key)] ?? ["", 0];
    return [.../** @type {string} */ (bearers)].some(letter => letters.includes(letter)) ? Number(bit) : 0;
  };

  /** What was meant by Telex or VNI that no keyboard turned into marks: "dang3" is "dảng", "ddangr" "đảng"; null for other words.
   * @param {string} typed @returns {{ folded: string, form: number } | null} */
  const keyed = typed => {
    let folded = "";
    let form = 0;
    for (const key of typed) {
      const tone = /[aeiouy]/.test(folded) ? (TONE_KEYS[/** @type {keyof TONE_KEYS} */ (key)] ?? 0) : 0;
      const bit = tone || marking(folded, key);
      if (tone && form & 7) return null;
      form |= bit;
      if (!bit) folded += key;
    }
    return form && /^[^\daeiouy]*[aeiouy]{1,4}[^\dwaeiouy]*$/.test(folded) ? { folded, form } : null;
  };

  /** What a word stands for that was typed without a Vietnamese keyboard, or in one with a number: "NQ25" is of 25-NQ/TW.
   * @param {Token} token @returns {Token[]} */
  const meantBy = token => {
    const meant = token.form ? null : keyed(token.folded);
    if (meant) return [{ ...token, ...meant }];
    const [kind] = /[a-z]+/.exec(token.folded) ?? [""];
    if (!/^(?:\d+[a-z]+|[a-z]+\d+)$/.test(token.folded)) return [token];
    return [{ ...token, form: 0, folded: fold(token.folded.replace(kind, "")) }, { ...token, folded: kind }];
  };

  /** Read expansions as their abbreviation, the longest or the shortest first.
   * @param {Token[]} tokens @param {Map<string, [string, number]>} expansions @param {boolean} longest @returns {Token[]} */
  const contract = (tokens, expansions, longest = true) => {
    /** @type {Token[]} */
    const found = [];
    for (let start = 0; start < tokens.length; ) {
      let step = 1;
      let token = tokens[start];
      const ends = Array.from({ length: Math.max(0, Math.min(tokens.length, start + 10) - start - 1) }, (_, more) => start + 2 + more);
      for (const end of longest ? ends.reverse() : ends) {
        const part = tokens.slice(start, end);
        const known = part.some(one => one.quoted) ? undefined : expansions.get(part.map(one => one.folded).join(" "));
        if (!known) continue;
        token = { folded: known[0], form: 0, quoted: 0, at: part[0].at, end: part[part.length - 1].end };
        step = end - start;
        break;
      }
      found.push(token);
      start += step;
    }
    return found;
  };

  /** What a question has around the name that it asks for; without marks. */
  const BEFORE_NAME = /^(?:ai la|the nao la) (?=.)/;
  const AFTER_NAME = /(.)(?: (?:(?:hien )?nay|bay gio))?(?: (?:sap nhap|sat nhap|nhap))?(?: (?:la|thuoc|o|vao|voi|thanh))+(?: (?:tinh|huyen|xa|phuong))? (?:ai|dau|gi|nao)$/;

  /** The name that a question asks for: "xã X nay là xã nào" is answered by "xã X". @param {Token[]} tokens @returns {Token[]} */
  const named = tokens => {
    if (tokens.some(token => token.quoted)) return tokens;
    const asked = tokens.map(token => token.folded).join(" ");
    const later = asked.replace(BEFORE_NAME, "");
    const start = asked.length - later.length;
    const end = start + later.replace(AFTER_NAME, "$1").length;
    let at = 0;
    return tokens.filter(token => (at += token.folded.length + 1) > start && at <= end + 1);
  };

  /** What people are called by before their name, without marks; that of a woman may be the first syllable of “chi bộ”. */
  const ADDRESSES = new Set(["ong", "ba", "anh", "bac", "chu", "co", "thay"]);

  /** A name without what its bearer is called by: "ông", "đồng chí". @param {Token[]} tokens @returns {Token[]} */
  const unaddressed = tokens => {
    const [first, second] = tokens;
    const isWoman = first.folded === "chi" && first.form === formOf("chị");
    const step = first.folded === "dong" && second?.folded === "chi" ? 2 : ADDRESSES.has(first.folded) || isWoman ? 1 : 0;
    return tokens.length > step + 1 && !tokens.some(token => token.quoted) ? tokens.slice(step) : tokens;
  };

  // --- files -------------------------------------------------------------------------------------------------------------------

  const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
    let rest = start;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest;
  });
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  /** @param {string} text */
  const crc32 = text => {
    let state = 0xffffffff;
    for (const byte of encoder.encode(text)) state = TABLE[(state ^ byte) & 255] ^ (state >>> 8);
    return (state ^ 0xffffffff) >>> 0;
  };

  /** Four bits that stand for a syllable after a pair. @param {string} folded */
  const follower = folded => crc32(folded) & 15;

  /** Which of the files of a group hold a key (scripts/newsroom/search/shards.py); of a half-typed one some may.
   * @param {string} first @param {string} second @param {number} files @param {boolean} open */
  const placesOf = (first, second, files, open) => {
    const spread = Math.max(1, Math.min(MOST_SPREAD, Math.floor(files / SPREAD_OF)));
    const letters = [...second];
    const home = crc32(`${first} ${letters[0] ?? ""}`);
    const told = crc32(letters.slice(1, 3).join("")) % spread;
    const steps = open && letters.length < 3 ? Array.from({ length: spread }, (_, step) => step) : [told];
    return steps.map(step => (home + step) % files);
  };

  const hasStream = (() => {
    try {
      return Boolean(new DecompressionStream("deflate-raw"));
    } catch {
      return false;
    }
  })();

  const scope = /** @type {any} */ (self);
  const isWorker = typeof scope.WorkerGlobalScope === "function" && self instanceof scope.WorkerGlobalScope;
  const own = isWorker ? self.location.href : /** @type {HTMLScriptElement} */ (document.currentScript).src;

  /** What older browsers need instead, in a file of its own. @returns {Promise<(data: Uint8Array) => Uint8Array>} */
  const byHand = async () => {
    const address = new URL("search-inflate.js", own).href;
    if (isWorker) {
      if (!scope.newsroomInflate) scope.importScripts(address);
    } else {
      scope.newsroomInflating ??= new Promise((resolve, reject) => {
        const element = document.createElement("script");
        Object.assign(element, { src: address, onload: resolve, onerror: reject });
        document.head.append(element);
      }).catch(error => {
        scope.newsroomInflating = undefined; // the next try loads it again
        throw error;
      });
      await scope.newsroomInflating;
    }
    return scope.newsroomInflate;
  };

  /** @param {ArrayBuffer} data @returns {Promise<Uint8Array>} */
  const inflate = async data => {
    if (!hasStream) return (await byHand())(new Uint8Array(data));
    const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };

  /** @param {Uint8Array} data @param {number} at @returns {[number, number]} value, next place */
  const varint = (data, at) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = data[at++];
      value |= (byte & 127) << shift;
      if (!(byte > 127)) return [value, at];  // behind the end of the data as well: a damaged file ends no visit
    }
  };

  /** @param {Uint8Array} data @param {number} count */
  const columns = (data, count) => {
    const found = [];
    let at = 0;
    for (let place = 0; place < count; place += 1) {
      const [size, start] = varint(data, at);
      found.push(data.subarray(start, start + size));
      at = start + size;
    }
    return found;
  };

  /** Text that has one byte a letter (scripts/newsroom/search/letters.py). @param {Uint8Array} bytes @param {string} letters */
  const spell = (bytes, letters) => {
    let text = "";
    for (let at = 0; at < bytes.length; at += 1) {
      if (bytes[at] < 255) {
        text += letters[bytes[at]];
        continue;
      }
      text += String.fromCodePoint((bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]);
      at += 3;
    }
    return text;
  };

  /** In how many forms a key stands, and where what follows begins. @param {number} shape @param {Uint8Array} more @param {number} at @returns {[number, number]} */
  const formsOf = (shape, more, at) => (shape & 127) === 127 ? varint(more, at) : [shape & 127, at];

  /** A shard read once: keys, and the postings of one when they are asked for. */
  class Shard {
    /** @param {Uint8Array} data */
    constructor(data) {
      const [keys, shapes, more, forms, units, documents, weights] = columns(data, 7);
      Object.assign(this, { shapes, more, forms, units, documents, weights });
      /** @type {Map<string, number[]>} */
      this.places = new Map();
      let heading = "";
      let place = 0;
      let [moreAt, formAt, unitAt, documentAt] = [0, 0, 0, 0];
      for (const line of keys.length ? decoder.decode(keys).split("\n") : []) {
        if (line[0] === "=") {
          heading = line.slice(1);
          continue;
        }
        const isPair = line[0] === " ";
        this.places.set(isPair ? heading + line : line, [place, moreAt, formAt, unitAt, documentAt]);
        const wide = isPair ? 2 : 1;
        const shape = shapes[place++];
        if (shape === 0) {
          formAt += wide;
          unitAt += 1;
          documentAt += 1;
          continue;
        }
        if (shape > 127) moreAt = varint(more, moreAt)[1];
        let form;
        [form, moreAt] = formsOf(shape, more, moreAt);
        for (; form > 0; form -= 1) {
          let stretches;
          [stretches, moreAt] = varint(more, moreAt);
          formAt += wide;
          unitAt += stretches;
          for (; stretches > 0; stretches -= 1) documentAt += more[moreAt++] + 1;
        }
      }
    }

    /** @param {string} key @param {number[]} starts the first document of each unit @returns {Postings | null} */
    postings(key, starts) {
      const places = this.places.get(key);
      if (!places) return null;
      const { shapes, more, forms, units, documents, weights } = /** @type {any} */ (this);
      let [place, moreAt, formAt, unitAt, documentAt] = places;
      const isPair = key.includes(" ");
      const shape = shapes[place];
      let size = 0;
      if (shape > 127) [size, moreAt] = varint(more, moreAt);
      /** @type {Form[]} */
      const found = [];
      let stored = 0;
      let count;
      [count, moreAt] = formsOf(shape, more, moreAt);
      for (count = Math.max(1, count); count > 0; count -= 1) {
        /** @type {Form} */
        const form = { first: forms[formAt++] & 127, second: isPair ? forms[formAt++] & 127 : 0, documents: [], weights: [] };
        let stretches = 1;
        if (shape) [stretches, moreAt] = varint(more, moreAt);
        let unit = 0;
        let document = 0;
        for (; stretches > 0; stretches -= 1) {
          unit += units[unitAt++];
          for (let many = shape ? more[moreAt++] + 1 : 1; many > 0; many -= 1) {
            document = (document + documents[documentAt]) & 255;
            form.documents.push(starts[unit] + document);
            form.weights.push(weights[documentAt++]);
          }
        }
        stored += form.documents.length;
        found.push(form);
      }
      return { size: size || stored, forms: found };
    }
  }

  /** The first document of each unit: a unit ends after 256 documents, and with the year. @param {Segment} segment @param {number} base */
  const unitStarts = (segment, base) => segment.years.flatMap(([, start], place) => {
    const end = segment.years[place + 1]?.[1] ?? segment.documents;
    return Array.from({ length: Math.ceil((end - start) / UNIT) }, (_, unit) => base + start + unit * UNIT);
  });

  /** Whether a segment may hold a pair: of most that the fresh one lacks its sieve tells so. @param {Segment} segment */
  const sieveOf = async ({ sieve }) => {
    if (!sieve) return () => true;
    const [size, letters] = sieve.split(" ");
    const packed = Uint8Array.from(atob(letters), letter => letter.charCodeAt(0));
    const bits = columns(await inflate(packed.buffer), 1)[0];
    return (/** @type {string} */ key) => {
      const place = crc32(key) % Number(size);
      return Boolean((bits[place >> 3] >> (place & 7)) & 1);
    };
  };

  /** The files of the index, each fetched once; one that failed is asked for again. */
  class Files {
    /** @param {string} folder */
    constructor(folder) {
      this.folder = folder;
      /** @type {Map<string, Promise<any>>} */
      this.kept = new Map();
    }

    /** @template T @param {string} name @param {(response: Response) => Promise<T>} read @returns {Promise<T>} */
    get(name, read) {
      let file = this.kept.get(name);
      if (!file) {
        file = fetch(this.folder + name).then(response => {
          if (!response.ok) throw Object.assign(new Error(`${name}: ${response.status}`), { status: response.status });
          return read(response);
        });
        this.kept.set(name, file);
        file.catch(() => this.kept.delete(name));
      }
      return file;
    }

    /** @returns {Promise<Manifest & { total: number, bases: number[], starts: number[][], sieves: ((key: string) => boolean)[], expansions: Map<string, [string, number]>, spelt: Map<string, number[]> }>} */
    manifest() {
      return this.get("muc-luc.json", async response => {
        const manifest = await response.json();
        let total = 0;
        const bases = manifest.segments.map((/** @type {Segment} */ segment) => {
          total += segment.documents;
          return total - segment.documents;
        });
        const expansions = new Map(manifest.abbreviations.map((/** @type {[string, string]} */ [short, long]) => [long, [short, long.split(" ").length]]));
        const starts = manifest.segments.map((/** @type {Segment} */ segment, /** @type {number} */ place) => unitStarts(segment, bases[place]));
        const sieves = await Promise.all(manifest.segments.map(sieveOf));
        /** @type {Map<string, number[]>} what stands for an abbreviation after a pair: it may be spelt out there */
        const spelt = new Map();
        for (const [short, long] of manifest.abbreviations) spelt.set(short, [...(spelt.get(short) ?? [follower(short)]), follower(long.split(" ")[0])]);
        return { ...manifest, total, bases, starts, sieves, expansions, spelt };
      });
    }

    /** @param {Segment} segment @param {string} name @returns {Promise<Uint8Array>} */
    raw(segment, name) {
      return this.get(`${segment.name}/${name}.bin?${segment.version}`, async response => inflate(await response.arrayBuffer()));
    }

    /** The section or kind of each document, a byte for each. @param {Segment} segment */
    async marks(segment) {
      return columns(await this.raw(segment, "loai"), 1)[0];
    }

    /** The shards that hold a key: more than one for a half-typed one. @param {Segment} segment @param {string} first @param {string} second @param {boolean} open */
    shards(segment, first, second, open) {
      let part = crc32(first) >>> 24;
      while (part > 0 && !segment.cut[part]) part -= 1;
      const start = segment.cut.slice(0, part).reduce((sum, count) => sum + count, 0);
      const places = placesOf(first, second, segment.cut[part], open);
      return Promise.all(places.map(place => {
        const name = `${segment.name}/${(start + place).toString(16)}.bin?${segment.version}`;
        return this.get(name, async response => new Shard(await inflate(await response.arrayBuffer())));
      }));
    }

    /** Cards of documents, in their order. @param {number[]} documents @returns {Promise<Card[]>} */
    async cards(documents) {
      const { segments, bases, letters } = await this.manifest();
      return Promise.all(documents.map(async document => {
        let place = segments.length - 1;
        while (bases[place] > document) place -= 1;
        const segment = segments[place];
        const local = document - bases[place];
        const name = `${segment.name}/the-${Math.floor(local / segment.cards).toString(16)}.bin?${segment.version}`;
        const [texts, rows] = await this.get(name, async response => {
          const [spelt, told] = columns(await inflate(await response.arrayBuffer()), 2);
          return [spell(spelt, letters).split("\n"), JSON.parse(decoder.decode(told))];
        });
        const row = local % segment.cards;
        const [title, excerpt] = [texts[row], texts[rows.length + row]];
        const [shared, rest, kind, section, day] = rows[row];
        const url = shared < 0 ? rest : `tin-tuc/${day.slice(0, 4)}/${day.slice(5, 7)}/${slugOf(title).slice(0, shared)}${rest}/`;
        return { url, title, kind, section, day, excerpt };
      }));
    }

    /** Every word with the number of documents that hold it. @returns {Promise<Map<string, number>>} */
    async vocabulary() {
      const { segments } = await this.manifest();
      const parts = await Promise.all(segments.map(segment => this.raw(segment, "tu")));
      /** @type {Map<string, number>} */
      const words = new Map();
      for (const part of parts) {
        for (const line of decoder.decode(columns(part, 1)[0]).split("\n")) {
          const [word, count] = line.split(" ");
          if (word) words.set(word, (words.get(word) ?? 0) + Number(count));
        }
      }
      return words;
    }
  }

  /** @param {number} document @param {number[]} bases */
  const segmentOf = (document, bases) => {
    let place = bases.length - 1;
    while (bases[place] > document) place -= 1;
    return place;
  };

  /** @param {number} document @param {Segment[]} segments @param {number[]} bases */
  const yearOf = (document, segments, bases) => {
    const place = segmentOf(document, bases);
    let year = 0;
    for (const [one, start] of segments[place].years) if (start <= document - bases[place]) year = one;
    return year;
  };

  // --- ranking -----------------------------------------------------------------------------------------------------------------

  /** The postings of a pair or a single syllable in all segments; with `open`, of all keys that begin so.
   * @param {Files} files @param {Token} first @param {Token | null} second @param {boolean} open
   * @returns {Promise<{ size: number, exact: Postings[], begun: Postings[] }>} */
  const lookUp = async (files, first, second, open) => {
    const { segments, starts, sieves } = await files.manifest();
    const key = second ? `${first.folded} ${second.folded}` : first.folded;
    const found = { size: 0, exact: /** @type {Postings[]} */ ([]), begun: /** @type {Postings[]} */ ([]) };
    const shards = await Promise.all(segments.map((segment, place) => (!second || sieves[place](open ? `${first.folded} ${[...second.folded][0]}` : key) ? files.shards(segment, first.folded, second ? second.folded : "", open) : [])));
    shards.forEach((shards, place) => shards.forEach(shard => {
      const postings = shard.postings(key, starts[place]);
      if (postings) {
        found.exact.push(postings);
        found.size += postings.size;
      }
      if (!open || !second) return;
      for (const other of shard.places.keys()) {
        if (other.length <= key.length || !other.startsWith(key)) continue;
        const more = shard.postings(other, starts[place]);
        if (more) found.begun.push(more);
        found.size += more ? more.size : 0;
      }
    }));
    return found;
  };

  /** @typedef {{ size: number, exact: Postings[], begun: Postings[] }} List */
  /** @typedef {{ document: number, score: number, covered: number, titled: number, pairs: number, strict: number, whole: boolean, good: boolean }} Scored */

  /** @typedef {{ told: number[], half: boolean }} Next what stands for the syllable after a pair, one of some; whether that is half typed */

  /** How certain it is that a pair that weighs so much goes on with a syllable (scripts/newsroom/search/tally.py): -1 it does not, up to 1.
   * @param {number} weight @param {Next} next */
  const goesOnWith = (weight, { told, half }) => {
    if (!told.length) return 0;
    const mask = weight >> 4;
    if (weight & 7 ? told.some(one => mask & (1 << (one & 3))) : told.includes(mask)) return weight & 7 ? 1.2 - 0.3 * count(mask) : 1;
    return half ? 0 : -1;
  };

  /** How a document holds a pair that goes on as the query does: the forms of both syllables, and how certain that is.
   * @param {List} list @param {number} document @param {Next} next @returns {{ first: number, second: number, sure: number }[]} */
  const stands = (list, document, next) => [...list.exact, ...list.begun].flatMap(postings => postings.forms.flatMap(form => {
    let [low, high] = [0, form.documents.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (form.documents[middle] < document) low = middle + 1;
      else high = middle;
    }
    const sure = form.documents[low] === document ? goesOnWith(form.weights[low], next) : -1;
    return sure < 0 ? [] : [{ first: form.first, second: form.second, sure }];
  }));

  /** Whether neighbouring pairs can be of one phrase (the syllable they share has one form, and each goes on as the query does):
   * 0 they cannot, 1 they may, up to 2 the more of it is certain.
   * @param {(List | undefined)[]} lists by place @param {Next[]} nexts @param {number} document */
  const isChained = (lists, nexts, document) => {
    /** @type {{ first: number, second: number, sure: number }[] | null} */
    let before = null;
    let sure = 0;
    let told = 0;
    for (let place = 0; place < lists.length; place += 1) {
      const list = lists[place];
      if (!list) {
        before = null;
        continue;
      }
      const reached = /** @type {{ first: number, second: number, sure: number }[] | null} */ (before);
      const here = stands(list, document, nexts[place]).filter(pair => !reached || reached.some(({ second }) => second === pair.first));
      if (!here.length) return 0;
      if (nexts[place].told.length) {
        told += 1;
        sure += Math.max(...here.map(pair => pair.sure));
      }
      before = here;
    }
    return told ? 1 + sure / told : 2;
  };

  /** What a ranking adds up, by document. */
  class Sums {
    /** @param {Token[]} tokens @param {boolean} open @param {number} total @param {Map<string, number[]>} spelt @param {(document: number, isNamed: boolean) => number} standing how a document of its kind stands */
    constructor(tokens, open, total, spelt, standing) {
      this.nexts = tokens.map((_, place) => {
        const next = tokens[place + 2]?.folded;
        return { told: next ? (spelt.get(next) ?? [follower(next)]) : [], half: open && place + 3 === tokens.length };
      });
      this.standing = standing;
      this.tokens = tokens;
      this.open = open;
      this.total = total;
      this.rarity = 0;
      this.pairs = 0;
      /** @type {List[]} */
      this.lists = [];
      /** @type {Map<number, { score: number, covered: number, titled: number, pairs: number, strict: number }>} */
      this.found = new Map();
    }

    /** @param {{ size: number, exact: Postings[], begun: Postings[] }} list @param {number} place @param {boolean} isPair @param {number} share */
    add(list, place, isPair, share) {
      const { tokens, total } = this;
      const bits = isPair ? 3 << place : 1 << place;
      const [first, second] = [tokens[place], tokens[place + 1]];
      const isOpen = this.open && place + (isPair ? 2 : 1) === tokens.length;
      const rarity = Math.log(1 + total / (list.size + 0.5)) * share;
      if (isPair) {
        this.rarity += Math.log(1 + total / (list.size + 0.5));
        this.pairs |= 1 << place;
        this.lists[place] = list;
      }
      /** @type {Map<number, [number, number, number]>} */
      const best = new Map();
      const take = (/** @type {Postings[]} */ lists, /** @type {number} */ factor, /** @type {boolean} */ half) => {
        for (const postings of lists) for (const form of postings.forms) {
          const one = agreement(first.form, form.first, half && !isPair);
          const two = isPair ? agreement(second.form, form.second, half) : 1;
          const strict = one > 0.8 && two > 0.8 ? 1 : 0;
          form.documents.forEach((document, index) => {
            const weight = form.weights[index];
            const value = factor * one * two * (0.75 + (0.25 * (weight & 7)) / 7 + (weight & TITLE ? 0.45 : 0));
            const known = best.get(document);
            if (!known || known[0] < value) best.set(document, [value, weight & TITLE, strict]);
          });
        }
      };
      take(list.exact, 1, false);
      if (isOpen) take(list.begun, 0.95, true);
      for (const [document, [value, titled, strict]] of best) {
        let sum = this.found.get(document);
        if (!sum) this.found.set(document, (sum = { score: 0, covered: 0, titled: 0, pairs: 0, strict: 0 }));
        if (!isPair && (sum.covered & bits)) continue; // a pair has told already
        sum.score += rarity * value;
        sum.covered |= bits;
        if (titled) sum.titled |= bits;
        if (isPair) sum.pairs |= 1 << place;
        if (isPair && strict) sum.strict |= 1 << place;
      }
    }

    /** @returns {Scored[]} the best first */
    ranked() {
      const { tokens, total, rarity, standing } = this;
      const all = tokens.length;
      const isName = all > 2 || (all > 1 && tokens.some(token => /\d/.test(token.folded)));
      const scored = [...this.found].map(([document, sum]) => {
        const bits = sum.covered;
        const covered = count(bits) / all;
        const titled = count(sum.titled) / all;
        const chained = this.pairs !== 0 && sum.pairs === this.pairs ? isChained(this.lists, this.nexts, document) : 0;
        const whole = chained > 0;
        const score = sum.score * standing(document, isName && titled === 1) * (0.15 + 0.85 * covered ** 3) * (whole ? 0.7 + 0.4 * chained : 1) * (1 + 0.35 * titled ** 3 + (titled === 1 ? 0.4 : 0)) + (0.004 * (rarity + 1) * document) / total;
        return { document, score, covered: count(bits), titled: count(sum.titled), pairs: sum.pairs, strict: sum.strict, whole, good: whole && sum.strict === this.pairs };
      });
      return scored.sort((a, b) => b.score - a.score || b.document - a.document);
    }
  }

  /** @param {number} bits */
  const count = bits => {
    let ones = 0;
    for (let rest = bits; rest; rest &= rest - 1) ones += 1;
    return ones;
  };

  /** How many syllables of the query a document holds side by side with the next or the one before. @param {{ pairs: number }} hit */
  const pairedIn = ({ pairs }) => count((pairs | (pairs << 1)) >>> 0);

  /** Pairs in rounds: of a long query a few, then those that between them hold every syllable, then the rest.
   * @param {number} size @returns {number[][]} */
  const order = size => {
    const all = Array.from({ length: Math.max(0, size - 1) }, (_, place) => place);
    if (size < 4) return [all];
    const every = all.filter(place => place % 2 === 0 || place === size - 2);
    const rest = all.filter(place => !every.includes(place));
    if (every.length <= FEW) return [every, rest];
    const few = Array.from({ length: FEW }, (_, place) => every[Math.round((place * (every.length - 1)) / (FEW - 1))]);
    return [few, every.filter(place => !few.includes(place)), rest];
  };

  /** Rank by pairs, and by single syllables where pairs do not tell enough.
   * @param {Files} files @param {Token[]} tokens @param {boolean} open @param {boolean} wide */
  const rank = async (files, tokens, open, wide = true) => {
    const { total, guides, segments, bases, spelt } = await files.manifest();
    const sums = new Sums(tokens, open, total, spelt, (document, isNamed) => {
      if (document < guides) return GUIDE;
      return yearOf(document, segments, bases) ? 1 : isNamed ? NAMED : UNDATED;
    });
    const size = tokens.length;
    const addPairs = async (/** @type {number[]} */ places) => {
      const lists = await Promise.all(places.map(place => lookUp(files, tokens[place], tokens[place + 1], open && place === size - 2)));
      lists.forEach((list, index) => sums.add(list, places[index], true, 1));
    };
    let ranked = sums.ranked();
    for (const [round, places] of order(size).entries()) {
      await addPairs(places);
      ranked = sums.ranked();
      const sure = ranked.filter(hit => hit.good);
      if (size < 4 || sure.length !== 1 || sure[0] !== ranked[0]) continue;
      if (round === 0) sure[0].covered = size; // a document alone with so much of the query holds the rest as well
      break;
    }
    const best = ranked[0];
    // of four syllables two pairs hold all there is to ask
    const isEnough = best && best.covered === size && (size === 4 || (best.whole && (size > 3 || ranked.length >= PAGE)));
    if (!wide || isEnough) return ranked;
    const wanted = tokens.map((_, place) => place).filter(place => size <= 6 || !best || !((bitsOf(sums, best.document) >> place) & 1));
    const lists = await Promise.all(wanted.map(async place => {
      const list = await lookUp(files, tokens[place], null, false);
      if (size === 1 && open && list.size < 10) list.begun.push(...(await begun(files, tokens[place])));
      return list;
    }));
    lists.forEach((list, index) => sums.add(list, wanted[index], false, size === 1 ? 1 : 0.3));
    return sums.ranked();
  };

  /** @param {Sums} sums @param {number} document */
  const bitsOf = (sums, document) => sums.found.get(document)?.covered ?? 0;

  /** The postings of the commonest words that begin with a half-typed one. @param {Files} files @param {Token} token */
  const begun = async (files, token) => {
    const words = [...(await files.vocabulary())].filter(([word]) => word.length > token.folded.length && word.startsWith(token.folded));
    const common = words.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 6);
    const lists = await Promise.all(common.map(([word]) => lookUp(files, { ...token, folded: word }, null, false)));
    return lists.flatMap(list => list.exact).map(postings => ({
      ...postings,
      forms: postings.forms.filter(form => agreement(token.form, form.first, true) > 0.8),
    }));
  };

  /** The documents that hold each quoted phrase, word by word. @param {Files} files @param {Token[]} tokens @returns {Promise<Set<number> | null>} */
  const required = async (files, tokens) => {
    /** @type {Set<number> | null} */
    let kept = null;
    for (const [place, token] of tokens.entries()) {
      if (!token.quoted) continue;
      const next = tokens[place + 1]?.quoted === token.quoted ? tokens[place + 1] : null;
      if (!next && tokens[place - 1]?.quoted === token.quoted) continue;
      const list = await lookUp(files, token, next, false);
      const { exact } = list;
      const fits = (/** @type {Token} */ typed, /** @type {number} */ form) => typed.form === 0 || typed.form === form;
      const forms = exact.flatMap(list => list.forms).filter(form => fits(token, form.first) && (!next || fits(next, form.second)));
      const after = { told: next && tokens[place + 2]?.quoted === token.quoted ? [follower(tokens[place + 2].folded)] : [], half: false };
      const here = new Set(forms.flatMap(form => form.documents.filter((_, index) => goesOnWith(form.weights[index], after) >= 0)));
      const before = /** @type {Set<number> | null} */ (kept);
      kept = before ? new Set([...before].filter(document => here.has(document))) : here;
    }
    return kept;
  };

  // --- one letter wrong --------------------------------------------------------------------------------------------------------

  /** Whether one letter more, less, other, or two exchanged make one of the other. @param {string} a @param {string} b */
  const isNear = (a, b) => {
    if (Math.abs(a.length - b.length) > 1 || a === b) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start += 1;
    const [x, y] = [a.slice(start), b.slice(start)];
    return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1) || (x.length > 1 && x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
  };

  /** The best reading of a query with one or two syllables mended, or null.
   * @param {Files} files @param {Token[]} tokens @param {boolean} open @param {Scored | undefined} best */
  const mend = async (files, tokens, open, best) => {
    const words = await files.vocabulary();
    const size = tokens.length;
    const least = size > 1 ? 3 : 4;
    const pairs = await Promise.all(tokens.slice(1).map((token, place) => lookUp(files, tokens[place], token, open && place === size - 2)));
    const suspicion = tokens.map((token, place) => {
      if (token.folded.length < least || /\d/.test(token.folded)) return 0;
      const known = [pairs[place - 1], pairs[place]].filter(Boolean);
      const lonely = known.every(list => list.size === 0);
      return (words.has(token.folded) ? 0 : 2) + (lonely ? 2 : 0) + (known.some(list => list.size === 0) ? 1 : 0) + (best && !((best.pairs >> place) & 1) && !((best.pairs >> (place - 1)) & 1) ? 1 : 0);
    });
    /** Whether a syllable stands there beside other words than its neighbours, told by the marks. @param {Scored} hit @param {number} place */
    const isEstranged = ({ pairs: held, strict }, place) => (held & ~strict & ((1 << place) | ((1 << place) >> 1))) !== 0;
    /** Whether the neighbours of a syllable stand around it in a document. @param {Scored} hit @param {number} place */
    const fits = ({ pairs: held }, place) => (place === 0 || (held >> (place - 1)) & 1) && (place === size - 1 || (held >> place) & 1);
    /** How many times as often as chance would have it a syllable stands beside a neighbour of its place, at best. @param {number} place @param {Token} other */
    const lift = async (place, other) => {
      const { total } = await files.manifest();
      const beside = /** @type {[Token, Token][]} */ ([[tokens[place - 1], other], [other, tokens[place + 1]]]).filter(pair => pair.every(Boolean));
      const lists = await Promise.all(beside.map(([one, two]) => lookUp(files, one, two, false)));
      return Math.max(...lists.map(({ size: held }, side) => (held * total) / beside[side].reduce((all, { folded }) => all * (words.get(folded) ?? total), 1)));
    };
    const suspects = tokens.map((_, place) => place).filter(place => suspicion[place] > 0).sort((a, b) => suspicion[b] - suspicion[a] || a - b).slice(0, 2);
    /** @type {{ tokens: Token[], changed: Token, ranked: Scored[], covered: number, score: number } | null} */
    let found = null;
    for (const place of suspects) {
      const token = tokens[place];
      const near = [...words].filter(([word]) => isNear(word, token.folded)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      const told = await Promise.all(near.slice(0, 16).map(async ([word, held]) => {
        const other = { ...token, folded: word, form: 0 };
        const before = place ? await lookUp(files, tokens[place - 1], other, false) : null;
        return { other, known: (before ? before.size : 0) * 8 + (place ? 0 : 1) * held };
      }));
      const likely = told.filter(one => size === 1 || one.known || place === 0).sort((a, b) => b.known - a.known).slice(0, 8);
      for (const { other } of likely) {
        const changed = tokens.map((one, index) => (index === place ? other : one));
        const ranked = await rank(files, changed, open && place !== size - 1, size === 1);
        const first = ranked[0];
        if (!first || isEstranged(first, place)) continue;
        // a word that there is stays, but before another that belongs there
        if (words.has(token.folded) && !(pairedIn(first) === size && fits(first, place) && (await lift(place, other)) > CHANCE)) continue;
        if (!found || first.covered > found.covered || (first.covered === found.covered && first.score > found.score))
          found = { tokens: changed, changed: other, ranked, covered: first.covered, score: first.score };
      }
      if (found && found.covered === size) break;
    }
    return found && found.covered > (best ? pairedIn(best) : 0) && found.covered > size / 2 ? found : null;
  };

  // --- the answer --------------------------------------------------------------------------------------------------------------

  /** @typedef {{ section?: string, year?: number, kind?: string, newest?: boolean, from?: number, count?: number }} Wish */

  /** @typedef {{ start: number, end: number, step: number, places: number[] }} Hit the how-manieth syllable, and which of the query's it is */

  /** Where words of the query stand. @param {string} source NFC @param {Token[]} tokens @param {boolean} open @returns {Hit[]} */
  const hitsIn = (source, tokens, open) => {
    /** @type {Hit[]} */
    const found = [];
    let step = 0;
    for (const match of source.matchAll(WITH_MARKS)) {
      const [syllable] = syllables(match[0]);
      if (!syllable) continue;
      step += 1;
      const folded = fold(syllable);
      const form = formOf(syllable);
      const places = tokens.flatMap((token, place) => {
        const half = open && place === tokens.length - 1 && folded.startsWith(token.folded);
        return (folded === token.folded || half) && agreement(token.form, form, half) > 0.5 ? [place] : [];
      });
      const start = match.index ?? 0;
      if (places.length) found.push({ start, end: start + match[0].length, step, places });
    }
    return found;
  };

  /** Whether a hit goes on where the one before it ended, in the text and in the query. @param {Hit | undefined} before @param {Hit} hit */
  const goesOn = (before, hit) => Boolean(before && hit.step === before.step + 1 && hit.places.some(place => before.places.includes(place - 1)));

  /** The hits that stand in a row. @param {Hit[]} hits */
  const rows = hits => hits.filter((hit, place) => goesOn(hits[place - 1], hit) || (hits[place + 1] && goesOn(hit, hits[place + 1])));

  /** Text cut where words of the query stand: plain, marked, plain, … A syllable alone is another word where it stands in a row
   * here or in the text beside. @param {string} text @param {Token[]} tokens @param {boolean} open @param {string} beside */
  const marked = (text, tokens, open, beside = "") => {
    const source = text.normalize("NFC");
    const parts = [];
    let done = 0;
    const hits = hitsIn(source, tokens, open);
    const joined = rows(hits);
    const told = new Set([...joined, ...rows(hitsIn(beside.normalize("NFC"), tokens, open))].flatMap(hit => hit.places));
    for (const { start, end } of hits.filter(hit => joined.includes(hit) || !hit.places.some(place => told.has(place)))) {
      const between = source.slice(done, start);
      if (parts.length && between === " ") parts[parts.length - 1] += between + source.slice(start, end); // one mark for words in a row
      else parts.push(between, source.slice(start, end));
      done = end;
    }
    return [...parts, source.slice(done)];
  };

  /** Whether a reader sees in title or lead why a document was found: the title has all of the query, or the lead two words
   * of it in a row. @param {Card} card @param {Token[][]} readings @param {boolean} open */
  const isTold = (card, readings, open) => readings.some(tokens => {
    const titled = new Set(hitsIn(card.title.normalize("NFC"), tokens, open).flatMap(hit => hit.places));
    const hits = hitsIn(card.excerpt.normalize("NFC"), tokens, open);
    return titled.size === tokens.length || (tokens.length === 1 ? hits.length > 0 : hits.some((hit, place) => goesOn(hits[place - 1], hit)));
  });

  /** The stretch of some paragraphs that holds most of the query, as `marked` tells it; null where none holds anything.
   * @param {string[]} paragraphs @param {Token[]} tokens @param {boolean} open */
  const passage = (paragraphs, tokens, open) => {
    let best = { worth: 0, text: "", start: 0 };
    for (const paragraph of paragraphs) {
      const text = paragraph.normalize("NFC");
      const hits = hitsIn(text, tokens, open);
      hits.forEach(({ start }, first) => {
        const inside = hits.slice(first).filter(hit => hit.end <= start + STRETCH);
        const worth = new Set(inside.flatMap(hit => hit.places)).size + 2 * inside.filter((hit, place) => goesOn(inside[place - 1], hit)).length;
        if (worth > best.worth) best = { worth, text, start };
      });
    }
    if (!best.worth) return null;
    const { text, start } = best;
    const from = start > BEFORE ? text.indexOf(" ", start - BEFORE) + 1 : 0;
    const end = from + BEFORE + STRETCH;
    const cut = text.length > end ? text.slice(from, text.lastIndexOf(" ", end)) + " …" : text.slice(from);
    return marked(`${from ? "… " : ""}${cut}`, tokens, open);
  };

  /** Hits as they are shown. Every file of cards is a download: among hits that fit about as well as the tenth the first page
   * takes those that stand together in a file (they are of the same days); whatever is passed over comes on the next.
   * @template {{ document: number, score: number }} T @param {T[]} ranked the best first @param {(hit: T) => string} fileOf @returns {T[]} */
  const arrange = (ranked, fileOf) => {
    const tenth = ranked[PAGE - 1];
    if (!tenth) return ranked;
    const first = new Set(ranked.slice(0, PAGE).filter((hit, place) => place < SURE || hit.score * ALIKE > tenth.score));
    const files = new Set([...first].map(fileOf));
    /** @type {Map<string, T[]>} */
    const pool = new Map();
    for (const hit of ranked.slice(0, DEPTH)) {
      if (first.has(hit) || hit.score < tenth.score * ALIKE) continue;
      const file = fileOf(hit);
      pool.set(file, [...(pool.get(file) ?? []), hit]);
    }
    const cost = (/** @type {[string, T[]]} */ [file, hits]) => (files.has(file) ? -PAGE : 0) - hits.length;
    for (const [, hits] of [...pool].sort((a, b) => cost(a) - cost(b))) {
      for (const hit of hits) if (first.size < PAGE) first.add(hit);
    }
    return [...ranked.filter(hit => first.has(hit)), ...ranked.filter(hit => !first.has(hit))];
  };

  /** @param {string} folder the address of the index */
  const engine = folder => {
    let files = new Files(folder);
    /** @type {{ text: string, tokens: Token[], readings: Token[][], open: boolean, hits: Scored[], exact: string, corrected: string, apart: boolean } | null} */
    let last = null;

    /** How much of a reading of the query a hit holds. @param {Scored} hit @param {Token[]} reading */
    const fullness = (hit, reading) => hit.covered / reading.length + (hit.whole ? 1 : 0);

    /** The best reading of what is asked: with its words as they are, or with one or all of their abbreviations.
     * @param {Token[]} tokens @param {boolean} open */
    const read = async (tokens, open) => {
      const { expansions } = await files.manifest();
      const short = contract(tokens, expansions);
      const isShort = short.length < tokens.length;
      const closed = isShort && short[short.length - 1].folded !== tokens[tokens.length - 1].folded;
      let used = short;
      let ranked = await rank(files, short, open && !closed);
      const readings = isShort ? [tokens, short] : [tokens];
      for (const other of isShort ? [contract(tokens, expansions, false), tokens] : []) {
        if (ranked[0]?.whole || (ranked[0] && used.length === 1) || other.length === used.length) continue;
        const again = await rank(files, other, open && (!closed || other === tokens));
        if (again[0] && (!ranked[0] || fullness(again[0], other) > fullness(ranked[0], used))) [ranked, used] = [again, other];
      }
      return { tokens, used, ranked, readings, open, closed };
    };

    /** Whether the title of the best hit holds all that was asked. @param {{ used: Token[], ranked: Scored[] }} told */
    const isTitled = ({ used, ranked: [best] }) => best?.titled === used.length;

    /** Whether the best hit is the page of a person. @param {{ ranked: Scored[] }} told */
    const isPerson = async ({ ranked: [best] }) => {
      const { segments, bases } = await files.manifest();
      if (!best || yearOf(best.document, segments, bases)) return false;
      const place = segmentOf(best.document, bases);
      return KINDS.get((await files.marks(segments[place]))[best.document - bases[place]]) === "nhan-su";
    };

    /** Whether the best hit of a reading holds at least as much of it as that of another does. @typedef {{ used: Token[], ranked: Scored[] }} Told @param {Told} one @param {Told} other */
    const isFuller = ({ used, ranked: [best] }, other) => Boolean(best) && (!other.ranked[0] || fullness(best, used) >= fullness(other.ranked[0], other.used));

    /** The reading of a query in raw Telex or VNI, or with numbers stuck to words, where words stand side by side as it means them and it
     * holds more than the query as it stands. @param {string} text @param {Token[]} tokens @param {boolean} open @param {Told} told */
    const unkeyed = async (text, tokens, open, told) => {
      const meant = tokens.map(meantBy);
      const words = meant.map(parts => parts.map(part => part.folded).join(" "));
      if (words.every((word, place) => word === tokens[place].folded)) return null;
      const again = await read(meant.flat(), open);
      const best = again.ranked[0];
      if (!best || (again.used.length > 1 && !best.strict) || isFuller(told, again)) return null;
      const typed = text.normalize("NFC");
      const corrected = tokens.reduceRight((rest, { folded, at, end }, place) => (folded === words[place] ? rest : `${rest.slice(0, at)}${words[place]}${rest.slice(end)}`), typed);
      return { ...again, corrected: corrected.trim() };
    };

    /** @param {string} text */
    const find = async text => {
      if (last && last.text === text) return last;
      const { tokens: all, open: isOpen } = parse(text);
      if (!all.length) return { text, tokens: all, readings: [], open: isOpen, hits: [], exact: "", corrected: "", apart: false };
      let told = await read(all, isOpen);
      const name = named(all);
      if (name.length < all.length && !isTitled(told)) {
        const again = await read(name, isOpen && name[name.length - 1] === all[all.length - 1]);
        if (isTitled(again) || isFuller(again, told)) told = again;
      }
      const person = unaddressed(all);
      if (person.length < all.length && !isTitled(told)) {
        const again = await read(person, isOpen);
        if (isTitled(again) && (await isPerson(again))) told = again;
      }
      const { tokens, open, closed } = told;
      const exact = tokens.map(token => token.folded).join(" ");
      let { used, ranked, readings } = told;
      let corrected = "";
      const quoted = await required(files, tokens);
      if (quoted) ranked = ranked.filter(hit => quoted.has(hit.document) && (hit.whole || tokens.some(token => !token.quoted)));
      const best = ranked[0];
      const paired = best ? (used.length === 1 ? best.covered : pairedIn(best)) : 0;
      const isWhole = best && (best.titled === used.length || (best.whole && best.covered === used.length));
      if (!quoted && paired < used.length && !isWhole) {
        const keys = await unkeyed(text, tokens, open && !closed, told);
        const mended = keys ? null : await mend(files, used, open && !closed, best);
        if (keys) ({ used, ranked, readings, corrected } = keys);
        if (mended) {
          const { expansions } = await files.manifest();
          const short = contract(mended.tokens, expansions);
          const shorter = short.length < mended.tokens.length ? await rank(files, short, false) : [];
          [ranked, used] = shorter.length ? [shorter, short] : [mended.ranked, mended.tokens];
          readings = [mended.tokens, used];
          const { folded, at, end } = mended.changed;
          const typed = text.normalize("NFC");
          corrected = `${typed.slice(0, at)}${folded}${typed.slice(end)}`.trim();
        }
      }
      const size = used.length;
      const least = Math.min(size < 3 ? 1 : Math.floor(size / 2) + 1, ranked[0]?.covered ?? 0);
      const hits = ranked.filter(hit => hit.covered >= least);
      const apart = size > 1 && !hits.some(hit => hit.strict);
      last = { text, tokens: readings.flat(), readings, open: open && !corrected, hits, exact, corrected, apart };
      return last;
    };

    /** The hits wished for, in the order they are shown. @param {Scored[]} hits @param {Wish} wish */
    const sift = async (hits, wish) => {
      let kept = hits;
      const { segments, bases, sections } = await files.manifest();
      if (wish.section || wish.kind) {
        const marks = await Promise.all(segments.map(segment => files.marks(segment)));
        const section = sections.findIndex(([slug]) => slug === wish.section);
        kept = kept.filter(({ document }) => {
          const place = segmentOf(document, bases);
          const mark = marks[place][document - bases[place]];
          const kind = KINDS.get(mark) ?? "bai";
          return (!wish.kind || wish.kind === kind) && (!wish.section || mark === section);
        });
      }
      if (wish.year) kept = kept.filter(({ document }) => yearOf(document, segments, bases) === wish.year);
      // documents stand by date; those without one go last
      const dated = (/** @type {number} */ document) => (yearOf(document, segments, bases) ? document : -1 - document);
      if (wish.newest) return [...kept].sort((a, b) => dated(b.document) - dated(a.document));
      return arrange(kept, ({ document }) => {
        const place = segmentOf(document, bases);
        return `${place} ${Math.floor((document - bases[place]) / segments[place].cards)}`;
      });
    };

    /** A site that changed meanwhile has another directory: read it anew, once. @template T @param {() => Promise<T>} ask */
    const steadily = async ask => {
      try {
        return await ask();
      } catch (error) {
        if (/** @type {any} */ (error)?.status !== 404) throw error;
        files = new Files(folder);
        last = null;
        return ask();
      }
    };

    return {
      /** @param {string} text @param {Wish} wish */
      search: (text, wish = {}) => steadily(async () => {
        const found = await find(text);
        if (!found.tokens.length) return { total: 0, all: 0, corrected: "", apart: false, hits: [] };
        const sifted = await sift(found.hits, wish);
        const from = wish.from ?? 0;
        const { guides, sections } = await files.manifest();
        const names = new Map(sections);
        const shown = sifted.slice(from, from + (wish.count ?? PAGE)).map(hit => hit.document);
        const cards = await files.cards(shown);
        const exact = cards.filter(({ title }, place) => shown[place] >= guides && !from && !wish.newest && syllables(title).map(fold).join(" ") === found.exact);
        const hits = [...exact, ...cards.filter(card => !exact.includes(card))].map(card => ({
          ...card,
          section: names.get(card.section) ?? card.section,
          titleParts: marked(card.title, found.tokens, found.open, card.excerpt),
          excerptParts: marked(card.excerpt, found.tokens, found.open, card.title),
          isTold: isTold(card, found.readings, found.open),
        }));
        return { total: sifted.length, all: found.hits.length, corrected: found.corrected, apart: found.apart, hits };
      }),

      /** A passage of a document that shows what was asked. @param {string[]} paragraphs @param {string} text */
      passage: (paragraphs, text) => steadily(async () => {
        const { tokens, open } = await find(text);
        return passage(paragraphs, tokens, open);
      }),

      /** What the filters offer. */
      choices: () => steadily(async () => {
        const { segments, sections } = await files.manifest();
        const years = new Set(segments.flatMap(segment => segment.years.map(([year]) => year)).filter(Boolean));
        return { sections, years: [...years].sort((a, b) => b - a) };
      }),

      /** Titles and names that hold every word typed so far. @param {string} text */
      suggest: text => steadily(async () => {
        const typed = syllables(text).map(syllable => [fold(syllable), formOf(syllable)]);
        if (!typed.length) return [];
        const { suggestions } = await files.manifest();
        const rows = await files.get(`goi-y.bin?${suggestions}`, async response => JSON.parse(decoder.decode(columns(await inflate(await response.arrayBuffer()), 1)[0])));
        const fits = (/** @type {string[]} */ words) => {
          const held = words.map(syllable => [fold(syllable), formOf(syllable)]);
          return held.some((_, start) => typed.every(([folded, form], step) => {
            const word = held[start + step];
            if (!word) return false;
            const half = step === typed.length - 1;
            const same = half ? String(word[0]).startsWith(String(folded)) : word[0] === folded;
            return same && agreement(Number(form), Number(word[1]), half) > 0.5;
          }));
        };
        /** “Nghị quyết số 25” is asked for as “nghị quyết 25” as well. */
        const readings = (/** @type {string[]} */ words) => (words.includes("số") ? [words, words.filter(word => word !== "số")] : [words]);
        return rows.filter((/** @type {[string, string]} */ [title]) => readings(syllables(title)).some(fits)).slice(0, 6);
      }),

      /** For tests: how titles and texts are cut, where a key stands, what stands for a syllable. */
      slug: slugOf,
      places: placesOf,
      follower,

      /** The same: what a file tells of a key. @param {Uint8Array} data @param {string} key */
      read: (data, key) => new Shard(data).postings(key, [0]),

      /** The same. @param {string} text */
      tokens: text => syllables(text).map(syllable => [fold(syllable), formOf(syllable)]),
    };
  };

  scope.newsroomEngine = engine;
  if (isWorker) {
    const folder = new URL(new URL(self.location.href).searchParams.get("folder") ?? "", self.location.href).href;
    const answers = /** @type {any} */ (engine(folder));
    self.addEventListener("message", async event => {
      const { id, name, values } = event.data;
      try {
        scope.postMessage({ id, value: await answers[name](...values) });
      } catch (error) {
        scope.postMessage({ id, error: String(error) });
      }
    });
    scope.postMessage({ ready: true });
  }
})();
