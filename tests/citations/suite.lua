-- pandoc lua suite.lua FOLDER: for every NAME.md there the HTML of its citations or references, by NAME.csl and NAME.json, in NAME.html.
local folder = arg[1]
for _, file in ipairs(pandoc.system.list_directory(folder)) do
  local name = file:match("^(.*)%.md$")
  if name then
    local path = pandoc.path.join({ folder, name })
    local ok, written = pcall(function()
      local doc = pandoc.read(io.open(path .. ".md"):read("a"), "markdown")
      doc.meta.csl, doc.meta.bibliography = path .. ".csl", path .. ".json"
      return pandoc.write(pandoc.utils.citeproc(doc), "html", { wrap_text = "none" })
    end)
    io.open(path .. ".html", "w"):write(ok and written or "failed: " .. tostring(written)):close()
  end
end
