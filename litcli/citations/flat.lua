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

-- What pandoc leaves bare: in Markdown a backslash, which begins a command of TeX where that is read, and what looks like an entity;
-- in LaTeX a grave accent, which is a quotation mark there.
local BARE = {
  gfm = function(text, at) return text:match("^\\", at) or text:match("^&[#%w]+;", at) end,
  latex = function(text, at) return text:match("^`", at) end,
}
local ESCAPES = { ["\\"] = "\\\\", ["&"] = "\\&", ["`"] = "\\`{}" }

function Str(str)
  local bare, text = BARE[FORMAT], str.text
  if not bare or not text:find("[\\&`]") then
    return nil
  end
  local parts, from = pandoc.Inlines({}), 1
  for at in text:gmatch("()[\\&`]") do
    if bare(text, at) then
      parts:insert(pandoc.Str(text:sub(from, at - 1)))
      parts:insert(pandoc.RawInline(FORMAT, ESCAPES[text:sub(at, at)]))
      from = at + 1
    end
  end
  parts:insert(pandoc.Str(text:sub(from)))
  return parts
end
