import { describe, expect, test } from '@jest/globals';
import { phoneUrl } from '../../../src/core/party.ts';
import { chatUrl, mailUrl } from '../../../src/features/directory/contact.ts';
import { person } from '../../support/directory-builder.ts';

const email = 'it+beauftragte@example.org';
const inTeams = person('a', { email, phone: '+49 (261) 129-00 101', teamsId: 'id' });

describe('a person can be reached', () => {
  test('in Teams, with a message begun that survives the link', () => {
    const url = new URL(chatUrl(inTeams, 'Fragen & Antworten?') ?? '');
    expect(url.origin + url.pathname).toBe('https://teams.microsoft.com/l/chat/0/0');
    expect(url.searchParams.get('users')).toBe(email);
    expect(url.searchParams.get('message')).toBe('Fragen & Antworten?');
  });

  test('in Teams only with an account and an address', () => {
    expect(chatUrl(person('a', { email }))).toBeUndefined();
    expect(chatUrl(person('a', { teamsId: 'id' }))).toBeUndefined();
  });

  test('by mail, with a subject', () => {
    expect(mailUrl(inTeams)).toBe(`mailto:${email}`);
    expect(mailUrl(inTeams, 'Störung melden')).toBe(`mailto:${email}?subject=St%C3%B6rung%20melden`);
    expect(mailUrl(person('a'))).toBeUndefined();
  });

  test('by phone, whatever stands between the digits', () => {
    expect(phoneUrl(inTeams)).toBe('tel:+4926112900101');
    expect(phoneUrl(person('a'))).toBeUndefined();
  });
});
