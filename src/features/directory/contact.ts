import type { Person } from '../../core/ports/role-directory.ts';

/** Link that opens a Teams chat, with a message begun; only for people who are in Teams. */
export function chatUrl(person: Person, message?: string): string | undefined {
  if (!person.teamsId || !person.email) return undefined;
  const begun = message ? `&message=${encodeURIComponent(message)}` : '';
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(person.email)}${begun}`;
}

export function mailUrl(person: Person, subject?: string): string | undefined {
  if (!person.email) return undefined;
  return `mailto:${person.email}${subject ? `?subject=${encodeURIComponent(subject)}` : ''}`;
}
