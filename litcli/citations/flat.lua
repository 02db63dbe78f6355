-- What citeproc wraps for style sheets is taken out, so that each reference is one plain paragraph (in HTML, one element with an
-- anchor; an anchor holds no blanks, whatever the citekey).
function Span(span)
  return span.content
end

function Cite(cite)
  return cite.content
end

function Div(div)
  if not FORMAT:match("html") then
    return div.content
  end
  div.identifier = div.identifier:gsub("%s", "_")
  return div
end

-- Plain text has no small capitals; pandoc would make them capitals.
function SmallCaps(small)
  if FORMAT:match("plain") then
    return small.content
  end
end

-- Italics within italics stand upright, as a species does in the title of a book.
function Emph(emph)
  local parts, run = pandoc.Inlines({}), pandoc.Inlines({})
  for _, inline in ipairs(emph.content) do
    if inline.t == "Emph" then
      if #run > 0 then
        parts:insert(pandoc.Emph(run))
      end
      parts:extend(inline.content)
      run = pandoc.Inlines({})
    else
      run:insert(inline)
    end
  end
  if #parts > 0 then
    if #run > 0 then
      parts:insert(pandoc.Emph(run))
    end
    return parts
  end
end
