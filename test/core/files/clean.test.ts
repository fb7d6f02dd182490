import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleaned } from '../../../src/core/files/clean.ts';
import { harmlessName } from '../../../src/core/files/sent.ts';
import { jpeg, pdf, png, secret } from '../../support/pictures.ts';
import { readPng } from '../../support/png.ts';

const most = 100_000;
const keep = (name: string, content: Uint8Array) => cleaned(name, content, most);
const contentOf = (name: string, content: Uint8Array): Buffer => {
  const clean = keep(name, content);
  if ('lost' in clean) throw new Error(clean.lost);
  return Buffer.from(clean.content);
};

describe('a picture', () => {
  test.each([
    ['PNG', png()],
    ['JPEG', jpeg()],
  ])('as %s loses place, device, comments, previews and what stands behind its end', (_, picture) => {
    expect(picture.includes(secret)).toBe(true);
    expect(contentOf('a', picture).includes(secret)).toBe(false);
    expect(contentOf('a', picture).includes('Dienst')).toBe(false);
  });

  test('shows the same as before', () => {
    expect(readPng(contentOf('a.png', png(0x42)))).toEqual(readPng(png(0x42)));
  });

  test.each([1, 3, 6, 8])('of a phone stays upright (%i)', (orientation) => {
    const bare = contentOf('a.jpg', jpeg(orientation));
    const at = bare.indexOf('Exif');
    expect(at < 0 ? 1 : bare.readUInt16BE(at + 6 + 18)).toBe(orientation);
    expect(bare.includes('ICC_PROFILE')).toBe(true);
    expect(bare.includes('JFIF')).toBe(true);
  });

  test('that was cleaned once is not changed by a second time', () => {
    for (const picture of [png(), jpeg(), jpeg(1)]) {
      const once = contentOf('a', picture);
      expect(contentOf('a', once).equals(once)).toBe(true);
    }
  });

  test('cut off anywhere is broken, and never kept half', () => {
    const whole = { png: contentOf('a', png()), jpeg: contentOf('a', jpeg()) };
    for (const picture of Object.values(whole))
      for (let length = 8; length < picture.length; length += 1)
        expect(keep('a', picture.subarray(0, length))).toEqual({ lost: 'broken' });
  });

  test('greater than any camera makes is not kept', () => {
    const bomb = png();
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect(keep('a.png', bomb)).toEqual({ lost: 'broken' });
  });
});

describe('what a file is', () => {
  test.each([
    ['rechnung.pdf', png(), 'rechnung.png'],
    ['bild.png', jpeg(), 'bild.jpg'],
    ['geraet', pdf(), 'geraet.pdf'],
    ['../../etc/passwd', pdf(), 'passwd.pdf'],
    ['C:\\Temp\\Störung 1.pdf', pdf(), 'Störung 1.pdf'],
    ['con.pdf', pdf(), 'Datei.pdf'],
    ['<img src=x>.png', png(), 'img src x.png'],
    ['\u202Egnp.exe', png(), 'gnp.png'],
    ['', png(), 'Datei.png'],
  ])('says its content and not its name: %j', (name, content, expected) => {
    expect(keep(name, content)).toMatchObject({ name: expected });
  });

  test.each([
    ['program.png', Buffer.from('MZ\x90\0'), 'wrong-type'],
    ['page.pdf', Buffer.from('<html>%PDF-1.7 %%EOF'), 'wrong-type'],
    ['drawing.svg', Buffer.from('<svg onload="alert(1)"/>'), 'wrong-type'],
    ['nothing.png', Buffer.alloc(0), 'broken'],
    ['half.pdf', Buffer.from('%PDF-1.7 1 0 obj'), 'broken'],
    ['locked.pdf', pdf('/Encrypt 5 0 R'), 'locked'],
    ['large.pdf', Buffer.concat([pdf(), Buffer.alloc(most)]), 'too-large'],
  ])('decides whether it is kept: %s', (name, content, lost) => {
    expect(keep(name, content)).toEqual({ lost });
  });

  test('never breaks the program, whatever comes', () => {
    const starts = [png().subarray(0, 40), jpeg().subarray(0, 60), Buffer.from([0xff, 0xd8, 0xff, 0xe1])];
    void fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        const clean = keep('a', Buffer.concat([start, rest]));
        expect('lost' in clean || clean.content.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('has a name without anything that leads elsewhere', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
        expect(harmlessName(name, 'png')).toMatch(/^[\p{L}\p{N}_()][\p{L}\p{N} _()-]{0,59}\.png$/u);
      }),
    );
  });
});
