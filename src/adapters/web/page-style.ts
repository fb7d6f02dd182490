import { createHash } from 'node:crypto';
import { html, sourceOf } from '../../core/html.ts';

/** How pages look: readable on a phone, in light and dark, on paper. Contrast at least 4.5 : 1. */
export const pageStyle = html`<style>
:root { color-scheme: light dark; --ink: #1b1a19; --soft: #55534f; --paper: #ffffff; --edge: #8a8886; --panel: #f5f4f2;
  --action: #0b5cad; --on-action: #ffffff; --done: #0e6b2f; --wrong: #a4262c; --hint: #8a5300; }
@media (prefers-color-scheme: dark) { :root { --ink: #f3f2f1; --soft: #c8c6c4; --paper: #1f1f1f; --edge: #8f8d8b;
  --panel: #2b2a29; --action: #8cc3ff; --on-action: #10243a; --done: #7fd69a; --wrong: #ff9ea2; --hint: #f5c26b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 "Segoe UI", system-ui, Arial, sans-serif; }
header, main, footer { max-width: 42rem; margin: 0 auto; padding: 0 1rem; overflow-wrap: break-word; }
header { padding-top: 1.25rem; color: var(--soft); font-weight: 600; }
h1 { font-size: 1.625rem; line-height: 1.25; margin: .5rem 0 1.25rem; }
h2 { font-size: 1.1875rem; line-height: 1.3; margin: 2rem 0 .5rem; }
p, ul, ol, dl, .scroll { margin: 0 0 1rem; }
a { color: var(--action); }
:focus-visible { outline: 3px solid var(--action); outline-offset: 2px; }
.note { border-left: 6px solid var(--hint); background: var(--panel); padding: .75rem 1rem; margin: 0 0 1.25rem; }
.note.done { border-color: var(--done); }
.note.wrong { border-color: var(--wrong); }
.note p, .note ul { margin: 0; }
.note h2 { margin: 0 0 .25rem; }
dt { color: var(--soft); font-size: .9375rem; }
dd { margin: 0 0 .75rem; }
.links { list-style: none; padding: 0; }
.links a { display: inline-block; padding: .5rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: 0 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--edge); }
fieldset { border: 0; margin: 0 0 1.5rem; padding: 0; min-width: 0; }
.field { margin: 0 0 1.5rem; }
label, legend { font-weight: 600; padding: 0; }
.optional, .help { color: var(--soft); font-weight: 400; }
.help, .error { display: block; margin: .125rem 0 .375rem; font-size: .9375rem; }
.error { color: var(--wrong); font-weight: 600; }
input:not([type=radio], [type=checkbox]), textarea, select { display: block; width: 100%; margin-top: .25rem;
  padding: .625rem .75rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: 4px; }
[aria-invalid=true] { border-color: var(--wrong); border-width: 2px; }
.option { display: flex; gap: .75rem; padding: .5rem 0; min-height: 2.75rem; }
.option input { flex: none; width: 1.375rem; height: 1.375rem; margin: .125rem 0 0; accent-color: var(--action); }
.option label { font-weight: 400; flex: 1; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.75rem 0 1rem; }
button { min-height: 2.75rem; padding: .5rem 1.25rem; font: inherit; font-weight: 600; border-radius: 4px; cursor: pointer;
  border: 2px solid var(--action); background: var(--paper); color: var(--action); }
button:first-child { background: var(--action); color: var(--on-action); }
.quiet { margin: -.25rem 0 1.25rem; gap: .5rem; }
.quiet button, .quiet button:first-child { background: var(--paper); color: var(--action); padding: .375rem .75rem; font-weight: 400; border-width: 1px; }
footer { margin-top: 3rem; padding-bottom: 2rem; color: var(--soft); font-size: .9375rem; }
footer p { border-top: 1px solid var(--edge); padding-top: .75rem; }
@media (max-width: 30rem) { button { width: 100%; } }
@media print { footer, form { display: none; } header, main { max-width: none; } .scroll { overflow: visible; } tr { break-inside: avoid; } }
</style>`;

const content = sourceOf(pageStyle).replace(/^<style>|<\/style>$/g, '');

/** Nothing is loaded and nothing runs; the one style sheet is known by its fingerprint. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(content).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
