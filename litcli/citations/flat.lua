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
