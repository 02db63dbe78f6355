-- One reference in each of many styles, in one run: for N files N.csl and N.json a code block with what comes out, in plain text.
-- A style that pandoc cannot use gives an empty one.
local function all()
  return pandoc.MetaInlines({ pandoc.Cite({ pandoc.Str("@*") }, { pandoc.Citation("*", "NormalCitation") }) })
end

local function sample(number, language)
  local meta = { csl = number .. ".csl", bibliography = number .. ".json", nocite = all(), lang = language }
  local made = pandoc.utils.citeproc(pandoc.Pandoc({}, meta))
  return pandoc.write(made, "plain", { wrap_text = "wrap-none" })
end

function Pandoc(doc)
  local blocks = pandoc.List()
  for number, language in ipairs(doc.meta.languages) do
    local made, text = pcall(sample, number, pandoc.utils.stringify(language))
    blocks:insert(pandoc.CodeBlock(made and text or ""))
  end
  return pandoc.Pandoc(blocks)
end
