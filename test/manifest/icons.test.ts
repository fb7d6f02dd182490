import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { draw, type Icon, icons } from '../../manifest/icons/draw.ts';
import { type Picture, readPng } from '../support/png.ts';

const committed = (icon: Icon): Picture => readPng(readFileSync(`manifest/icons/${icon}.png`));

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

const pixelsOf = ({ pixels }: Picture): readonly Pixel[] =>
  Array.from({ length: pixels.length / 4 }, (_, index) => [
    ...pixels.subarray(index * 4, index * 4 + 4),
  ]) as unknown as readonly Pixel[];

test.each(['color', 'outline'] as const)(
  '%s.png is what its SVG draws, in the size Teams asks for',
  (icon) => {
    const picture = committed(icon);
    expect([picture.width, picture.height]).toEqual([icons[icon], icons[icon]]);
    const fresh = readPng(draw(icon)).pixels;
    const differing = picture.pixels.filter((value, index) => Math.abs(value - (fresh[index] ?? -9)) > 2);
    // Otherwise: node manifest/icons/draw.ts
    expect(differing).toHaveLength(0);
  },
);

describe('the colour icon', () => {
  test('fills the whole square, because Teams rounds the corners itself', () => {
    expect(pixelsOf(committed('color')).every(([, , , alpha]) => alpha === 255)).toBe(true);
  });
});

describe('the outline icon', () => {
  const pixels = pixelsOf(committed('outline'));

  test('is white wherever it is visible', () => {
    const visible = pixels.filter(([, , , alpha]) => alpha > 16);
    expect(visible.length).toBeGreaterThan(100);
    expect(visible.filter(([red, green, blue]) => Math.min(red, green, blue) < 250)).toEqual([]);
  });

  test('is transparent elsewhere, for the most part and in the corners', () => {
    const clear = pixels.filter(([, , , alpha]) => alpha === 0);
    expect(clear.length).toBeGreaterThan(pixels.length / 2);
    const corners = [0, 31, 31 * 32, 32 * 32 - 1].map((index) => pixels[index]?.[3]);
    expect(corners).toEqual([0, 0, 0, 0]);
  });
});
