import { html } from '../../core/html.ts';

/** Light and dark, on a phone as well. */
export const style = html`<style>
:root { color-scheme: light dark; --ink: #1b1a19; --soft: #55534f; --paper: #ffffff; --edge: #8a8886; --panel: #f5f4f2; --action: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --ink: #f3f2f1; --soft: #c8c6c4; --paper: #1f1f1f; --edge: #8f8d8b; --panel: #2b2a29; --action: #8cc3ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 "Segoe UI", system-ui, Arial, sans-serif; }
header, main { max-width: 52rem; margin: 0 auto; padding: 0 1rem 1rem; overflow-wrap: anywhere; }
header { padding-top: 1.25rem; color: var(--soft); font-weight: 600; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.125rem; margin: 1.75rem 0 .5rem; }
a { color: var(--action); }
:focus-visible { outline: 3px solid var(--action); outline-offset: 2px; }
.button { display: inline-block; padding: .375rem 1rem; border: 2px solid var(--action); border-radius: 4px; text-decoration: none; font-weight: 600; }
.mails { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--edge); }
.mails li { border-bottom: 1px solid var(--edge); }
.mails a { display: grid; gap: .125rem; padding: .75rem .5rem; color: inherit; text-decoration: none; }
.mails a:hover { background: var(--panel); }
.mails strong { color: var(--action); text-decoration: underline; }
.mails span { color: var(--soft); font-size: .9375rem; }
.empty, .calendar { background: var(--panel); padding: 1rem; border-left: 6px solid var(--action); }
.calendar h2 { margin-top: 0; }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .25rem 1rem; margin: 0 0 1rem; }
dt { color: var(--soft); }
dd { margin: 0; }
.lines { white-space: pre-wrap; }
iframe { width: 100%; height: 34rem; border: 1px solid var(--edge); border-radius: 4px; }
.text { white-space: pre-wrap; font-family: Consolas, "Liberation Mono", monospace; font-size: .9375rem; background: var(--panel); padding: 1rem; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
</style>`;
