import { dayIn, dayOf, timeOf } from '../../core/day.ts';
import { type Html, html, sourceOf } from '../../core/html.ts';
import { calendarFacts } from './calendar-facts.ts';
import type { Caught } from './caught.ts';
import { style } from './style.ts';

/** All mails, the newest first. */
export const listPage = (mails: readonly Caught[]): string =>
  documentOf(
    'E-Mails',
    html`<p>Was Lotse in dieser Vorführung per E-Mail verschickt. Nichts davon verlässt den Computer; nach dem Beenden ist es weg.</p>
<p><a class="button" href="/">Neu laden</a></p>
${
  mails.length === 0
    ? html`<p class="empty">Noch keine E-Mail. Sie kommen zum Beispiel, wenn der Digitale Beirat eingeladen wird.</p>`
    : html`<ul class="mails">${mails.map(entry)}</ul>`
}`,
  );

const entry = ({ number, to, subject, at, calendar }: Caught): Html => html`<li><a href="/mail/${number}">
<strong>${subject}</strong>
<span>An ${to}</span>
<span>${whenOf(at)}${calendar !== undefined && ' · mit Termin'}</span>
</a></li>
`;

/** One mail with all its parts. */
export const mailPage = (mail: Caught): string =>
  documentOf(
    mail.subject,
    html`<p><a href="/">Alle E-Mails</a></p>
<dl>
<dt>An</dt><dd>${mail.to}</dd>
<dt>Von</dt><dd>${mail.from}</dd>
<dt>Gesendet</dt><dd>${whenOf(mail.at)}</dd>
</dl>
${mail.calendar !== undefined && calendarPart(mail.number, mail.calendar)}
${
  mail.html !== undefined &&
  html`<h2>HTML-Teil</h2>
<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mail/${mail.number}/html" title="HTML-Teil der E-Mail"></iframe>`
}
<h2>Textteil</h2>
<div class="text" tabindex="0" role="region" aria-label="Textteil der E-Mail">${linked(mail.text)}</div>
<p><a href="/mail/${mail.number}/source">Quelltext der E-Mail</a> · Message-ID: ${mail.messageId}</p>`,
  );

const calendarPart = (number: number, calendar: string): Html => html`<section class="calendar">
<h2>Termin</h2>
<dl>${calendarFacts(calendar).map(([title, value]) => html`<dt>${title}</dt><dd class="lines">${value}</dd>\n`)}</dl>
<p><a href="/mail/${number}/termin.ics">Datei für den Kalender (.ics)</a></p>
</section>`;

/** The HTML part as it came; its links open a page of their own, because it may not leave its frame. */
export const framed = (source: string): string =>
  source.replace(/<head\b[^>]*>|$/i, (head) => `${head}<base target="_blank">`);

/** Text in which addresses of pages are links. */
const linked = (text: string): Html =>
  html`${text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((piece, index) => (index % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : html`${piece}`))}`;

const whenOf = (at: string): string => `${dayIn('de', dayOf(at))}, ${timeOf(at)} Uhr`;

const documentOf = (title: string, content: Html): string =>
  sourceOf(html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Lotse, Vorführung</title>
${style}
</head>
<body>
<header>Lotse · Vorführung</header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`);
