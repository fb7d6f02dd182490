import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Incoming } from '../../../src/adapters/teams/incoming.ts';
import { longestText, writtenText } from '../../../src/adapters/teams/text.ts';

const bot = { id: '28:bot' };
const activity = (text: string, entities: readonly object[] = [], more: object = {}) =>
  Incoming.parse({ type: 'message', text, recipient: bot, entities, ...more });
const read = (text: string, entities: readonly object[] = [], more: object = {}) =>
  writtenText(activity(text, entities, more)).text;
const mention = (text: string, id: string) => ({ type: 'mention', text, mentioned: { id } });

describe('the text of a message', () => {
  test.each([
    ['a mention of the bot disappears', '<at>Lotse</at> wer?', [mention('<at>Lotse</at>', '28:bot')], 'wer?'],
    ['also without its entity', '<at id="0">Lotse</at>&nbsp;wer?', [], 'wer?'],
    [
      'also in the middle',
      'Hallo <at>Lotse</at>, wer?',
      [mention('<at>Lotse</at>', '28:bot')],
      'Hallo , wer?',
    ],
    [
      'somebody else keeps the name',
      'Ist <at>Amt 61</at> zuständig?',
      [mention('<at>Amt 61</at>', '29:other')],
      'Ist Amt 61 zuständig?',
    ],
    ['a broken entity is skipped', 'wer?', [{ type: 'mention' }, { type: 7 }], 'wer?'],
    ['paragraphs become spaces', '<p>wer</p><p>macht<br/>das?</p>', [], 'wer macht das?'],
    ['emphasis leaves no gap', 'wer <b>mach</b>t das?', [], 'wer macht das?'],
    [
      'entities are read',
      'A&nbsp;&amp;&nbsp;B &lt; C &#228; &#xe4; &auml; &unknown;',
      [],
      'A & B < C ä ä ä &unknown;',
    ],
    ['an escaped tag is what the person typed', '&lt;b&gt;', [], '<b>'],
    ['comparisons stay', 'a < b und c > d', [], 'a < b und c > d'],
    ['an impossible character number stays as it is', '&#9999999;', [], '&#9999999;'],
    ['umlauts are put together', 'zusta\u0308ndig', [], 'zuständig'],
    ['a rule is none of the words', '<hr/>Hilfe', [], 'Hilfe'],
    [
      'nor is a table',
      '<table><tbody><tr><td>Meine</td><td>Anträge</td></tr></tbody></table>',
      [],
      'Meine Anträge',
    ],
    ['nor a font', '<div><font color="red">Hilfe</font></div>', [], 'Hilfe'],
    ['nor a box for code', '<codeblock class="Plain"><code>Hilfe</code></codeblock>', [], 'Hilfe'],
    [
      'nor a picture',
      '<p>Hilfe <img itemtype="http://schema.skype.com/Emoji" alt="🙂" src="https://x"></p>',
      [],
      'Hilfe',
    ],
    ['nor the place of a file', '<attachment id="1"></attachment>\nHilfe', [], 'Hilfe'],
    [
      'nor what no page shows',
      '<style>p { color: red }</style><p>Hilfe</p><script>alert(1)</script>',
      [],
      'Hilfe',
    ],
    ['nor a tag that nobody knows', '<x-y z="1">Hilfe</x-y><o:p></o:p><br/>', [], 'Hilfe'],
    ['a number in brackets stays', 'Stand von <IT-2026-0042>?', [], 'Stand von <IT-2026-0042>?'],
    [
      'an address in brackets stays',
      '<https://example.org> <a@example.org>',
      [],
      '<https://example.org> <a@example.org>',
    ],
  ])('%s', (_what, text, entities, expected) => {
    expect(read(text, entities)).toBe(expected);
  });

  test('is cut and marked when it is too long', () => {
    const over = Incoming.parse({ type: 'message', text: 'x'.repeat(longestText + 1) });
    expect(writtenText(over)).toMatchObject({ text: 'x'.repeat(longestText), tooLong: true });
    const exact = Incoming.parse({ type: 'message', text: 'x'.repeat(longestText) });
    expect(writtenText(exact).tooLong).toBe(false);
  });

  test('is not too long because of what is quoted in it', () => {
    const thread = `Wer ist zuständig?\n-----Ursprüngliche Nachricht-----\n${'Bitte um Prüfung. '.repeat(2000)}`;
    expect(writtenText(activity(thread))).toMatchObject({ text: 'Wer ist zuständig?', tooLong: false });
  });

  test('is always one well-formed line without control characters, whatever arrives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const result = read(text);
        expect(result.isWellFormed()).toBe(true);
        expect(result).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(result).toBe(result.trim());
      }),
    );
  });
});

describe('a mention', () => {
  const lotse = mention('<at>Lotse</at>', '28:bot');
  test.each([
    [
      'of a channel',
      '<at>Allgemein</at> <at>Lotse</at> Hilfe',
      mention('<at>Allgemein</at>', '19:abc@thread.tacv2'),
    ],
    [
      'of a tag',
      '<at>Lotse</at> <at>Notdienst</at> Hilfe',
      mention('<at>Notdienst</at>', 'MjQzMmI1N2ItMGFiZC0'),
    ],
    ['of another bot', '<at>Kalender</at> <at>Lotse</at> Hilfe', mention('<at>Kalender</at>', '28:other')],
    [
      'of a person who is called',
      '<at>Amt 36</at>, <at>Lotse</at> Hilfe',
      mention('<at>Amt 36</at>', '29:x'),
    ],
    ['of a person behind it', '<at>Lotse</at> Hilfe <at>Amt 36</at>!', mention('<at>Amt 36</at>', '29:x')],
    [
      'of a person by another kind of id',
      '<at>Lotse</at> Hilfe <at>Amt 36</at>',
      mention('<at>Amt 36</at>', '8:orgid:1'),
    ],
  ])('%s is no word of the command', (_what, text, other) => {
    expect(read(text, [other, lotse])).toBe('Hilfe');
  });

  test('of a person within a sentence is a word of it, of a channel is not', () => {
    const text = '<at>Lotse</at> Vertritt <at>Amt 36</at> in <at>Allgemein</at> das Amt 61?';
    const entities = [mention('<at>Amt 36</at>', '29:x'), mention('<at>Allgemein</at>', '19:a'), lotse];
    expect(read(text, entities)).toBe('Vertritt Amt 36 in das Amt 61?');
  });

  test('of nobody but persons leaves nothing', () => {
    expect(
      writtenText(activity('<at>Lotse</at> <at>Amt 36</at>', [mention('<at>Amt 36</at>', '29:x'), lotse])),
    ).toEqual({
      text: '',
      tooLong: false,
      onlyQuoted: false,
    });
  });
});

describe('what others wrote is not read as the words of the person', () => {
  const quote = 'Digitallotse Wirtschaft – Ansprechstelle für Unternehmen';
  const preview = (text: string) => ({ type: 'quotedReply', quotedReply: { messageId: '1', preview: text } });
  const html = (content: string) => ({ attachments: [{ contentType: 'text/html', content }] });

  test.each<[string, string, (readonly object[])?, object?]>([
    ['the place of a quote', '<quoted messageId="1700000000000"/> Wer?', [preview(quote)]],
    ['the place of a quote, written as text', '&lt;quoted messageId="1"/&gt; Wer?', [preview(quote)]],
    ['several places', '<quoted messageId="1"/><quoted messageId="2"/>\nWer?'],
    ['a place with the quote in it', `<quoted messageId="1">${quote}</quoted> Wer?`],
    ['a place that is never closed', '<quoted messageId="1"> Wer?'],
    [
      'a quote of Teams',
      `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong itemprop="mri" itemid="28:lotse">Lotse</strong><p itemprop="preview">${quote}</p></blockquote>\r\n<p>Wer?</p>`,
    ],
    ['a quote in a quote', `<blockquote>a<blockquote>b</blockquote>c</blockquote><p>Wer?</p>`],
    [
      'two quotes around the question',
      `<blockquote>${quote}</blockquote>Wer?<blockquote>${quote}</blockquote>`,
    ],
    ['lines that are marked', `> ${quote}\n> noch eine Zeile\n\nWer?`],
    ['lines that are marked twice', `>> ${quote}\n> Zeile\nWer?`],
    ['marked lines as entities', `&gt; ${quote}<br>Wer?`],
    ['marked lines below', `Wer?\n\nAm 24.11.2026 um 10:00 schrieb Amt 36:\n> ${quote}`],
    ['marked lines above, with who wrote them', `Am 24.11.2026 schrieb Amt 36:\n> ${quote}\n\nWer?`],
    [
      'a mail below',
      `Wer?\n\nAm Di., 24. Nov. 2026 um 10:00 Uhr schrieb Amt 36 <amt36@example.org>:\n${quote}`,
    ],
    [
      'an English mail below',
      `Wer?\n\nOn Tue, 24 Nov 2026 at 10:00, Office 36\n<o36@example.org> wrote:\n${quote}`,
    ],
    [
      'the head of Outlook',
      `Wer?\n\nVon: Amt 36 <amt36@example.org>\nGesendet: Dienstag, 24. November 2026 10:00\nAn: Amt 61\nBetreff: Drucker\n\n${quote}`,
    ],
    [
      'the head of Outlook in HTML',
      `<p>Wer?</p><hr><div><b>Von:</b> Amt 36<br><b>Gesendet:</b> 24.11.2026<br><b>An:</b> Amt 61<br><b>Betreff:</b> Drucker</div><p>${quote}</p>`,
    ],
    [
      'the head of Outlook on one line',
      `Wer? Von: Amt 36 Gesendet: 24.11.2026 An: Amt 61 Betreff: Drucker ${quote}`,
    ],
    [
      'an English head',
      `Wer?\nFrom: Office 36\nSent: 24 November 2026\nTo: Office 61\nSubject: printer\n${quote}`,
    ],
    [
      'a head with the date last',
      `Wer?\n**Von:** Amt 36\n**Datum:** 24.11.2026\n**Betreff:** Drucker\n${quote}`,
    ],
    ['an original message', `Wer?\n-----Ursprüngliche Nachricht-----\nVon: Amt 36\n${quote}`],
    ['an original message on one line', `Wer? -----Original Message----- ${quote}`],
    ['a forwarded message', `Wer?\n---------- Forwarded message ---------\n${quote}`],
    ['a forwarded message of a phone', `Wer?\n\nAnfang der weitergeleiteten Nachricht:\n\n${quote}`],
    ['a quote in front that only the activity marks', `${quote}\n\nWer?`, [preview(quote)]],
    ['the same with a name above, shortened', `Lotse\n${quote} und mehr\n\nWer?`, [preview(`${quote}…`)]],
    ['the same on one line', `${quote} Wer?`, [preview(quote)]],
    [
      'the same with signs',
      'IT-Modell (10.50) [a] a/b? $1 *\n\nWer?',
      [preview('IT-Modell (10.50) [a] a/b? $1 *')],
    ],
    [
      'a quote in front that only the HTML marks',
      `${quote}\n\nWer?`,
      [],
      html(
        `<div><blockquote itemtype="http://schema.skype.com/Reply"><p>${quote}</p></blockquote><p>Wer?</p></div>`,
      ),
    ],
    ['a signature', 'Wer?\n\nMit freundlichen Grüßen\nAmt 36\nDigitallotse Wirtschaft'],
    ['a signature on the same line', 'Wer? Mit freundlichen Grüßen Amt 36'],
    ['a signature in HTML', '<p>Wer?</p><p>Viele Grüße<br>Amt 36</p>'],
    ['a short signature', 'Wer?\nVG\nAmt 36'],
    ['a short signature with a name', 'Wer?\nLG Amt 36'],
    ['a signature with thanks', 'Wer?\nVielen Dank und viele Grüße\nAmt 36'],
    ['a signature without umlauts', 'Wer?\nMit freundlichen Gruessen\nAmt 36'],
    ['an English signature', 'Wer?\nKind regards,\nOffice 36'],
    ['a signature of a mail program', 'Wer?\n-- \nAmt 36\nTelefon 0261'],
    ['a signature of a phone', 'Wer?\nGesendet von meinem iPhone'],
    ['an advertisement of a phone', 'Wer?\n\nGet Outlook for iOS'],
  ])('%s', (_what, text, entities = [], more = {}) => {
    expect(read(text, entities, more)).toBe('Wer?');
  });

  test.each([
    ['an amount that is compared', '> 5000 € Kosten, wer entscheidet?'],
    ['a wish alone', 'Viele Grüße'],
    ['a wish for a card', 'Viele Grüße kann ich mit welcher Software drucken?'],
    ['a word that begins like a wish', 'Grußkarten drucken: Wer hilft?'],
    ['words like those of a head', 'Der Drucker von: Amt 36, an: Raum 5, wer hilft?'],
    ['a sentence that tells who wrote', 'Am Montag schrieb Amt 36: Wer hilft?'],
    ['a dash', 'Wer hilft -- und wann?'],
    ['a sender', 'Gesendet habe ich es schon, wer hilft?'],
  ])('but %s is', (_what, text) => {
    expect(read(text)).toBe(text);
  });

  test.each([
    ['a quote', '<quoted messageId="1"/>', [preview(quote)]],
    ['a forwarded message', `-----Ursprüngliche Nachricht-----\nVon: Amt 36\n${quote}`, []],
    ['a forwarded mail', `Von: Amt 36\nGesendet: 24.11.2026\nAn: Amt 61\nBetreff: Drucker\n\n${quote}`, []],
    ['a message in Teams that was forwarded', '<attachment id="1786399119244"></attachment>', []],
    ['marked lines', `> ${quote}`, []],
  ])('%s alone is nothing of theirs', (_what, text, entities) => {
    expect(writtenText(activity(text, entities))).toEqual({ text: '', tooLong: false, onlyQuoted: true });
  });

  test('the words that are quoted may be said again', () => {
    expect(read('Meine Anträge', [preview('Meine Anträge')])).toBe('Meine Anträge');
  });

  test('takes no longer for a text that is made to be hard', () => {
    for (const piece of [
      '<blockquote>',
      '<quoted ',
      'Von: ',
      '> \n',
      'am schrieb ',
      '-- \n',
      '<!--',
      'mit freundlichen ',
    ]) {
      expect(read(piece.repeat(20_000 / piece.length))).toBeDefined();
    }
  });
});
