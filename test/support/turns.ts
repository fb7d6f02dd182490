import { languageOf } from '../../src/core/language.ts';
import type { ActionTurn, InstallTurn, TextTurn } from '../../src/core/turn.ts';

const base = {
  id: 'turn',
  actor: { id: 'nobody-known', name: '' },
  scope: 'personal',
  conversationId: 'chat',
  at: '2026-11-24T10:00:00Z',
} as const;

/** Somebody types a text, in the language it is written in. */
export const textTurn = (text: string, more: Partial<TextTurn> = {}): TextTurn => ({
  ...base,
  kind: 'text',
  language: languageOf(text),
  text,
  edited: false,
  ...more,
});

/** Somebody presses a button. */
export const actionTurn = (
  verb: string,
  data: Readonly<Record<string, unknown>>,
  more: Partial<ActionTurn> = {},
): ActionTurn => ({ ...base, kind: 'action', language: 'de', verb, data, ...more });

/** The bot is installed. */
export const installTurn = (more: Partial<InstallTurn> = {}): InstallTurn => ({
  ...base,
  kind: 'install',
  language: 'de',
  ...more,
});
