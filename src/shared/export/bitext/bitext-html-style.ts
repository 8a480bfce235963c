/** The look of a bilingual page: the paper of a facing edition, in the fonts of the machine that shows it. */
export const BITEXT_HTML_STYLE = `
:root { color-scheme: light dark; --paper: #fbf9f4; --ink: #26221b; --ink-2: #6b655a; --line: #e2dccf; --doubt: #f6e9cf; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1e1c19; --ink: #e6e1d8; --ink-2: #a49c8e; --line: #3a3630; --doubt: #3d3320; }
}
body { margin: 0 auto; padding: 24px 20px 60px; max-width: 1180px; background: var(--paper); color: var(--ink);
  font: 17px/1.7 Cambria, Georgia, 'Source Serif 4', 'Noto Serif', serif; }
:lang(zh), :lang(ja) { font-family: 'Source Han Serif', 'Noto Serif CJK SC', 'Songti SC', SimSun, Cambria, Georgia, serif;
  line-break: strict; line-height: 1.8; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 3px 14px; vertical-align: top; text-align: start; overflow-wrap: anywhere; }
th:nth-child(2), th:nth-child(3) { width: 50%; }
th { padding-bottom: 14px; vertical-align: bottom; border-bottom: 1px solid var(--line); font-weight: 400; }
h1 { margin: 0; font-size: 1.3em; line-height: 1.35; }
small { color: var(--ink-2); }
p { margin: 0; white-space: pre-line; }
.fact { padding-inline: 4px; overflow-wrap: normal; color: var(--ink-2); font: 12px/2.4 system-ui, sans-serif; text-align: end; }
th.fact { font-size: 11px; line-height: 1.3; }
.opens > td { padding-top: 16px; }
.uncertain > td:last-child { background: var(--doubt); }
.note > td { color: var(--ink-2); font-size: 0.85em; white-space: pre-line; }
@media (width <= 640px) {
  thead, tbody, tr, td, th { display: block; width: auto !important; padding-inline: 4px; }
  th.fact, td.fact:first-child { display: none; }
  tr { padding-block: 8px; border-bottom: 1px solid var(--line); }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --ink-2: #555; --line: #bbb; --doubt: #eee; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
`
