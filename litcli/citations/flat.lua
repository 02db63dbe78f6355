-- What citeproc wraps for style sheets is taken out, so that each reference is one plain paragraph (in HTML, one element with an
-- anchor; an anchor holds no blanks, whatever the citekey). Small capitals of HTML need no style sheet either.
local HTML = FORMAT:match("html")

local function small(content)
  return HTML and pandoc.Span(content, { style = "font-variant: small-caps" }) or pandoc.SmallCaps(content)
end

local function apart(content)
  content:insert(pandoc.Space())
  return content
end

local SHOWN = { smallcaps = small, underline = pandoc.Underline, ["csl-block"] = apart }

function Span(span)
  local shown = SHOWN[span.classes[1]]
  return shown and shown(span.content) or span.content
end

function SmallCaps(small_caps)
  return small(small_caps.content)
end

function Cite(cite)
  return cite.content
end

function Div(div)
  if not HTML then
    return div.content
  end
  div.identifier = div.identifier:gsub("%s", "_")
  return div
end
