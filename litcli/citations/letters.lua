-- Marks works that the style would cite alike, before the list is made: see letters.py. Reads items.jsonl (an item a line), and in
-- batches.json which of them may be cited alike; writes references.json.
local function read(name)
  local file = assert(io.open(name, "rb"))
  local content = file:read("a")
  file:close()
  return content
end

local function write(name, content)
  local file = assert(io.open(name, "wb"))
  file:write(content)
  file:close()
end

local function citation(line)
  local id = pandoc.json.decode(line, false).id
  return pandoc.Para({ pandoc.Cite({ pandoc.Str(id) }, { pandoc.Citation(id, "NormalCitation") }) })
end

local function cited(items, language)
  write("batch.json", "[" .. table.concat(items, ",") .. "]")
  local meta = { csl = "cites.csl", bibliography = "batch.json", lang = language, ["suppress-bibliography"] = true }
  return pandoc.utils.citeproc(pandoc.Pandoc(items:map(citation), meta)).blocks:map(pandoc.utils.stringify)
end

function Pandoc(doc)
  local items = pandoc.List()
  for line in io.lines("items.jsonl") do
    items:insert(line)
  end
  local marks = {}
  for _, batch in ipairs(pandoc.json.decode(read("batches.json"), false)) do
    local places = pandoc.List(batch)
    local first = {}
    local citations = cited(places:map(function(place) return items[place] end), doc.meta.lang)
    for number, place in ipairs(places) do
      local text = citations[number]
      first[text] = first[text] or place
      marks[place] = first[text]
    end
  end
  local marked = pandoc.List()
  for place, line in ipairs(items) do
    marked:insert(line:sub(1, -2) .. ',"litcli-mark":"' .. (marks[place] or place) .. '"}')
  end
  write("references.json", "[" .. table.concat(marked, ",\n") .. "]")
end
