// Reads references from standard input with another program's reader, and prints them as CSL-JSON.
// node convert.mjs citation-js bibtex|biblatex|ris|csl-json < FILE;  node convert.mjs biblatex-csl-converter < FILE
import { text } from "node:stream/consumers";

const [program, format] = process.argv.slice(2);
const given = await text(process.stdin);
process.stdout.write(JSON.stringify(await { "citation-js": citationJs, "biblatex-csl-converter": converter }[program](given, format)));

async function citationJs(given, format) {
  const { Cite, plugins } = await import("@citation-js/core");
  await import("@citation-js/plugin-bibtex");
  await import("@citation-js/plugin-ris");
  await import("@citation-js/plugin-csl");
  plugins.config.get("@bibtex").parse.strict = false;
  const forceType = { bibtex: "@bibtex/text", biblatex: "@biblatex/text", ris: "@ris/file", "csl-json": "@else/json" }[format];
  return new Cite(given, { forceType, generateGraph: false }).data;
}

async function converter(given) {
  const { BibLatexParser, CSLExporter } = (await import("biblatex-csl-converter")).default;
  const { entries, errors } = new BibLatexParser(given, { processUnexpected: true, processUnknown: true }).parse();
  if (errors.length) process.stderr.write(JSON.stringify(errors));
  return Object.values(new CSLExporter(entries, false, { useEntryKeys: true }).parse());
}
