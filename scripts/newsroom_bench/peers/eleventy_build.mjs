// node eleventy_build.mjs FOLDER SITE: builds the laid out folder into the site.
import { rmSync } from "node:fs";
import Eleventy from "@11ty/eleventy";
import { feedPlugin } from "@11ty/eleventy-plugin-rss";
import footnote from "markdown-it-footnote";

const PER_PAGE = 20;
const [folder, site] = process.argv.slice(2);

/** The articles, which come oldest first, by what `key` says of each. */
function groupNewestFirst(articles, key) {
  const groups = new Map();
  for (const article of articles.toReversed()) {
    const name = key(article);
    groups.has(name) ? groups.get(name).push(article) : groups.set(name, [article]);
  }
  return [...groups].map(([name, items]) => ({ name, items }));
}

function pagesOf({ name, items }) {
  const last = Math.ceil(items.length / PER_PAGE);
  return Array.from({ length: last }, (_, index) => ({
    name,
    number: index + 1,
    last,
    items: items.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
  }));
}

function configure(config) {
  config.setUseGitIgnore(false);
  config.setTemplateFormats(["md", "njk"]);
  config.amendLibrary("md", (markdown) => markdown.use(footnote));
  config.addGlobalData("home", "https://tin.example");
  config.addFilter("day", (date) => date.toISOString().slice(0, 10).split("-").reverse().join("/"));
  config.addFilter("newest", (articles) => articles.slice(-PER_PAGE).reverse());
  config.addCollection("sectionPages", (api) =>
    groupNewestFirst(api.getFilteredByTag("articles"), (article) => article.data.section).flatMap(pagesOf),
  );
  config.addCollection("months", (api) =>
    groupNewestFirst(api.getFilteredByTag("articles"), (article) => article.date.toISOString().slice(0, 7)),
  );
  config.addPlugin(feedPlugin, {
    type: "atom",
    outputPath: "/feed.xml",
    collection: { name: "articles", limit: PER_PAGE },
    metadata: { language: "vi", title: "Tin tức", subtitle: "", base: "https://tin.example/", author: { name: "Tin tức" } },
  });
}

rmSync(site, { recursive: true, force: true });
process.chdir(folder); // Eleventy reads paths from where it stands
const eleventy = new Eleventy("content", site, { quietMode: true, config: configure });
await eleventy.write();
