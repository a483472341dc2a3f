"""The review page's style sheet and what the page may load: nothing but its own style."""

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

STYLE = """
:root { color-scheme: light dark; --ink: #1c2326; --paper: #fbfaf7; --line: #ddd8cc; --soft: #6b7378; --card: #fff;
  --quantity: #ffe08a; --deadline: #bfe3c8; --subject: #c9dcf7; --action: #ecd5f0; --actor: #f6d3c4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e4de; --paper: #17191b; --line: #3a3f42; --soft: #9aa1a5; --card: #1f2225;
  --quantity: #6b5510; --deadline: #24522f; --subject: #27446d; --action: #553060; --actor: #6b3a25; } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.6 "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC",
    "WenQuanYi Micro Hei", system-ui, sans-serif; }
input[name=status] { position: absolute; opacity: 0; pointer-events: none; }
nav { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center;
  padding: .6rem max(1rem, 50vw - 30rem); background: var(--paper); border-bottom: 1px solid var(--line); }
nav label { padding: .1rem .8rem; border: 1px solid var(--line); border-radius: 1rem; cursor: pointer; }
nav .legend { margin-left: auto; font-size: .85rem; }
nav .legend mark { margin-left: .3rem; }
#show-all:checked ~ nav label[for=show-all], #show-planned:checked ~ nav label[for=show-planned],
#show-achieved:checked ~ nav label[for=show-achieved] { background: var(--ink); color: var(--paper); }
#show-all:focus-visible ~ nav label[for=show-all], #show-planned:focus-visible ~ nav label[for=show-planned],
#show-achieved:focus-visible ~ nav label[for=show-achieved] { outline: 2px solid #4a7fd1; outline-offset: 2px; }
#show-planned:checked ~ main .achieved, #show-achieved:checked ~ main .planned { display: none; }
main { max-width: 60rem; margin: 0 auto; padding: 0 1rem 4rem; }
h2 { margin: 2.2rem 0 0; font-size: 1.25rem; line-height: 1.35; overflow-wrap: anywhere; }
h2 a { color: inherit; }
.origin, .none, .rules, .elsewhere { color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
.origin { margin: .2rem 0 .8rem; }
article { margin: .8rem 0; padding: .8rem 1rem .6rem; background: var(--card); border: 1px solid var(--line); border-radius: 6px;
  border-left: 4px solid #3f8f5a; }
article.achieved { border-left-color: #4a7fd1; }
article:target { outline: 2px solid #4a7fd1; }
blockquote { margin: 0; font-size: 1.06rem; white-space: pre-line; overflow-wrap: anywhere; }
mark { padding: 0 .12em; border-radius: 3px; color: inherit; }
mark.quantity { background: var(--quantity); font-weight: 600; }
mark.deadline { background: var(--deadline); }
mark.subject { background: var(--subject); }
mark.action { background: var(--action); }
mark.actor { background: var(--actor); }
.elsewhere { margin: .4rem 0 0; }
dl { display: flex; flex-wrap: wrap; gap: .3rem 1.8rem; margin: .6rem 0 .2rem; }
dt { color: var(--soft); font-size: .78rem; }
dd { margin: 0; overflow-wrap: anywhere; }
.rules { margin: .3rem 0 0; font-size: .75rem; }
@media print { nav { display: none; } article { break-inside: avoid; } }
"""
