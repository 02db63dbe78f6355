// Formats references with citeproc-js: {locales: {lang: xml}, jobs: [{style: xml, locale, items, cited}]} from standard input,
// one {id: html} a job to standard output; as "" the citation of those cited together.
import { text } from "node:stream/consumers";
import CSL from "citeproc";

const { locales, jobs } = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(jobs.map(references)));

function references({ style, locale, items, cited }) {
  const byId = Object.fromEntries(items.map((item) => [item.id, item]));
  const system = { retrieveLocale: (lang) => locales[lang] ?? false, retrieveItem: (id) => structuredClone(byId[id]) };
  const engine = new CSL.Engine(system, style, locale);
  engine.setOutputFormat("html");
  engine.updateItems(Object.keys(byId));
  const [{ entry_ids: ids }, entries] = engine.makeBibliography();
  const cluster = engine.makeCitationCluster(cited.map((id) => ({ id })));
  return { "": cluster, ...Object.fromEntries(ids.map(([id], at) => [id, entries[at]])) };
}
