import type { Incoming } from '../../core/ports/inbox.ts';

type Answered = Omit<Extract<Incoming, { readonly kind: 'reply' }>, 'kind' | 'from' | 'event'> & {
  readonly uid: string;
  readonly program: string;
};

const answers = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative' } as const;

/**
 * Reads the answer out of a calendar file (RFC 5546, `METHOD:REPLY`) of one event and one attendee, as Outlook, Google
 * and Apple write it. @returns `undefined` for everything else
 */
export function readCalendarReply(text: string): Answered | undefined {
  const lines = unfolded(text);
  const headerOf = (name: string) => lines.find((line) => line.name === name)?.value ?? '';
  if (headerOf('METHOD').toUpperCase() !== 'REPLY') return undefined;
  const from = lines.findIndex(({ name, value }) => name === 'BEGIN' && value.toUpperCase() === 'VEVENT');
  const event = lines.slice(from + 1);
  const inEvent = (name: string) => event.filter((line) => line.name === name);
  const attendees = inEvent('ATTENDEE');
  const [attendee] = attendees;
  const uid = inEvent('UID')[0]?.value ?? '';
  const status = attendee?.parameters.PARTSTAT?.toUpperCase() as keyof typeof answers | undefined;
  const answer = status && answers[status];
  if (from < 0 || attendees.length !== 1 || !attendee || !uid || !answer) return undefined;
  const comment = inEvent('COMMENT')
    .map(({ value }) => unescaped(value).trim())
    .filter(Boolean)
    .join('\n');
  return {
    uid,
    program: headerOf('PRODID'),
    sequence: Number(inEvent('SEQUENCE')[0]?.value ?? 0) || 0,
    attendee: attendee.value
      .replace(/^mailto:/i, '')
      .trim()
      .toLowerCase(),
    answer,
    ...(comment ? { comment } : {}),
  };
}

type Line = {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
};

/** Long lines go on after a line break and a space. */
function unfolded(text: string): readonly Line[] {
  return text
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .flatMap((line) => {
      const found = /^([\w-]+)((?:;[\w-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/s.exec(
        line,
      );
      if (!found) return [];
      const [, name = '', given = '', value = ''] = found;
      const parameters = [...given.matchAll(/;([\w-]+)=("[^"]*"|[^;]*)/g)].map(
        ([, key = '', said = '']) => [key.toUpperCase(), said.replace(/^"(.*)"$/, '$1')] as const,
      );
      return [{ name: name.toUpperCase(), parameters: Object.fromEntries(parameters), value }];
    });
}

const unescaped = (value: string): string =>
  value.replaceAll(/\\([nN,;\\])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
