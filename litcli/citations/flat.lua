-- What citeproc wraps for style sheets is taken out, so that each reference is one plain paragraph (in HTML, one element).
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
end
