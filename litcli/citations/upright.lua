-- What stands in italics within italics is upright, as a species in the title of a book; so is what citeproc calls "nodecoration".
local function is_upright(inline)
  return inline.t == "Emph" or inline.t == "Span" and inline.classes:includes("nodecoration")
end

local function is_blank(inline)
  return inline and (inline.t == "Space" or inline.t == "SoftBreak")
end

-- Put a run into italics, the blanks at its ends beside them: in Markdown, italics may not end with one.
local function close(parts, run)
  local before, after = pandoc.Inlines({}), pandoc.Inlines({})
  while is_blank(run[1]) do
    before:insert(run:remove(1))
  end
  while is_blank(run[#run]) do
    after:insert(run:remove(#run))
  end
  parts:extend(before)
  if #run > 0 then
    parts:insert(pandoc.Emph(run))
  end
  parts:extend(after)
  return pandoc.Inlines({})
end

function Emph(emph)
  local parts, run = pandoc.Inlines({}), pandoc.Inlines({})
  for _, inline in ipairs(emph.content) do
    if is_upright(inline) then
      run = close(parts, run)
      parts:extend(inline.content)
    else
      run:insert(inline)
    end
  end
  close(parts, run)
  return parts
end
