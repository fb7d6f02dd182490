import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { manifestVariables } from '../../manifest/settings.ts';
import { variableNames } from '../../src/app/config.ts';

describe('the file .env.example', () => {
  test('names exactly the variables that the program reads', () => {
    const example = readFileSync('.env.example', 'utf8');
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    const read = new Set([...variableNames, ...manifestVariables]);
    expect(named.toSorted()).toEqual([...read].toSorted());
  });
});
