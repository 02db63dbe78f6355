-- The references get numbers where the style gives them none: a list, and in plain text a number before each.
local function before(number, blocks)
  local first = blocks[1]
  if first and first.content and first.t ~= "Div" then
    first.content:insert(1, pandoc.Space())
    first.content:insert(1, pandoc.Str(number .. "."))
  end
  return blocks
end

function Div(div)
  if div.identifier ~= "refs" then
    return nil
  end
  local items = pandoc.List()
  for number, entry in ipairs(div.content) do
    if FORMAT == "plain" then
      before(number, entry.content)
    else
      items:insert({ entry })
    end
  end
  if FORMAT ~= "plain" then
    div.content = { pandoc.OrderedList(items) }
  end
  return div
end
