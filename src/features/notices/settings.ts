import { z } from 'zod';
import type { Action, Intent } from '../../core/feature.ts';
import { partyOf } from '../../core/party.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Collection, New } from '../../core/ports/store.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import type { Text } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { type Preferences, usual, type Wish, wished } from './preferences.ts';
import { put } from './put.ts';
import type { Reach } from './reach.ts';
import { quietOf, wishIn } from './typed.ts';

export type SettingsPorts = {
  readonly directory: RoleDirectory;
  readonly preferences: Collection<Preferences>;
  readonly reachOf: (party: string) => Promise<Reach>;
};

const flag = z.union([z.boolean(), z.string().transform((word) => word === 'true')]);
const time = z.string().max(10).catch('');
const Form = z.object({
  delivery: z.enum(['at-once', 'digest']),
  mailToo: flag.optional(),
  quietFrom: time.default(''),
  quietTo: time.default(''),
  language: z.enum(['de', 'en']),
});

/** How everybody wants to be told: a card, and the same as typed commands. */
export function settingsIntent(ports: SettingsPorts): Intent {
  return {
    id: 'notices.settings',
    title: { de: 'Benachrichtigungen einstellen', en: 'How I am notified' },
    examples: {
      de: [
        'Benachrichtigungen',
        'Benachrichtigungen täglich',
        'Ruhezeit 18:00 bis 07:00',
        'Benachrichtigungen auch per E-Mail',
        'Benachrichtigungen sofort',
        'Benachrichtigungen nur in Teams',
        'Ruhezeit aus',
        'Benachrichtigungen auf Englisch',
      ],
      en: [
        'notifications',
        'notifications daily',
        'quiet hours 18:00 to 07:00',
        'notifications also by e-mail',
        'notifications at once',
        'notifications in Teams only',
        'quiet hours off',
        'notifications in German',
      ],
    },
    acts: (text) => isWish(wishIn(text) ?? {}),
    match: (text) => wishIn(text) !== undefined,
    handle: (turn) => comeTrue(wishIn(turn.text) ?? {}, turn, ports),
  };
}

export function settingsActions(ports: SettingsPorts): readonly Action[] {
  return [
    { verb: 'notices.settings', handle: (turn) => comeTrue({}, turn, ports) },
    {
      verb: 'notices.save',
      handle: async (turn) => {
        const form = Form.safeParse(turn.data).data;
        if (!form) throw unreadable();
        const quiet = quietOf(form.quietFrom, form.quietTo);
        const { delivery, mailToo, language } = form;
        if (quiet === 'incomplete') return { ...(await problem(form, turn, ports)), inPlace: true };
        return {
          ...(await comeTrue({ delivery, mailToo, language, quiet }, turn, ports)),
          inPlace: true,
        };
      },
    },
  ];
}

const isWish = (wish: Wish): boolean => Object.values(wish).some((value) => value !== undefined);

/** Keeps a wish, if there is one, and shows what holds now. */
async function comeTrue(wish: Wish, turn: Turn, ports: SettingsPorts): Promise<Reply> {
  const party = partyOf(turn.actor, ports.directory).id;
  const reach = await ports.reachOf(party);
  if (wish.mailToo && reach.noMail) {
    const reply = settingsReply(reach.preferences, turn, reach, '');
    const problem = noMail[turn.language];
    return { ...reply, data: { ...reply.data, problem }, summary: problem };
  }
  const changes = isWish(wish);
  if (changes) {
    await put(ports.preferences, party, (known) => ({ doc: wished(known ?? usual(party), wish) }));
  }
  const now = changes ? wished(reach.preferences, wish) : reach.preferences;
  // Who changes the language sees at once that it worked.
  const language = wish.language ?? turn.language;
  return settingsReply(now, { ...turn, language }, reach, changes ? saved[language] : '');
}

/** Shows again what was filled in, with the problem at its field; nothing was changed. */
async function problem(form: z.infer<typeof Form>, turn: Turn, ports: SettingsPorts): Promise<Reply> {
  const reach = await ports.reachOf(partyOf(turn.actor, ports.directory).id);
  const filled = wished(reach.preferences, { ...form, quiet: undefined });
  const { quietFrom, quietTo } = form;
  const reply = settingsReply(filled, turn, reach, '');
  const quietProblem = incomplete[turn.language];
  return { ...reply, data: { ...reply.data, quietFrom, quietTo, quietProblem }, summary: quietProblem };
}

function settingsReply(
  { delivery, mailToo, quiet, language: theirs }: New<Preferences>,
  { language }: Pick<Turn, 'language'>,
  { noMail, address }: Reach,
  line: string,
): Reply {
  const data = {
    delivery,
    mailToo: String(mailToo),
    mailPossible: noMail === undefined,
    address: address ?? '',
    quietFrom: quiet?.from ?? '',
    quietTo: quiet?.to ?? '',
    quietProblem: '',
    problem: '',
    language: theirs,
    line,
    roles: [],
  };
  return { card: 'notices/settings', data, summary: line || title[language], language };
}

const title: Text = { de: 'Ihre Benachrichtigungen', en: 'Your notifications' };
const saved: Text = { de: 'Gespeichert. Das gilt ab sofort.', en: 'Saved. This applies from now on.' };
const incomplete: Text = {
  de: 'Geben Sie bitte Anfang und Ende der Ruhezeit an, z. B. 18:00 und 07:00, oder lassen Sie beide Felder leer. Es wurde nichts geändert.',
  en: 'Please enter both the start and the end of the quiet hours, e.g. 18:00 and 07:00, or leave both fields empty. Nothing was changed.',
};

const noMail: Text = {
  de: 'Es wurde nichts geändert: Für Sie ist keine E-Mail-Adresse hinterlegt, oder es ist kein Mailserver eingerichtet. Bitte wenden Sie sich an das Strategische IT-Management (10.50).',
  en: 'Nothing was changed: there is no email address for you, or no mail server has been set up. Please turn to Strategic IT Management (10.50).',
};

const unreadable = () =>
  new Refusal('unreadable-action', {
    de: 'Mit dieser Schaltfläche kann ich nichts anfangen. Schreiben Sie mir bitte „Benachrichtigungen“.',
    en: 'I cannot make sense of this button. Please write “notifications” to me.',
  });
