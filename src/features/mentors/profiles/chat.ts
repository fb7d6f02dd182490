import { z } from 'zod';
import type { Action, Intent } from '../../../core/feature.ts';
import { moodOf, withoutReason } from '../../../core/mood.ts';
import { Refusal } from '../../../core/refusal.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import type { Language } from '../../../core/text.ts';
import type { TextTurn } from '../../../core/turn.ts';
import { mentorNamed } from '../find/show.ts';
import type { Service } from '../service.ts';
import { isPart, readParts } from './entry.ts';
import { isMentor } from './model.ts';
import { confirmOwn, removeProfile, saveForm, saveParts, showOverview, showProfile } from './service.ts';

export const profileIntent = (service: Service): Intent => ({
  id: 'mentors.profile',
  title: { de: 'Das Profil einer Mentorin oder eines Mentors', en: 'The profile of a mentor' },
  examples: {
    de: ['Mein Mentorenprofil', 'Mentorenprofil bestätigen', 'Mentorenprofil Handwerk: Plätze: 3'],
    en: ['My mentor profile', 'Mentor profile confirm', 'Mentor profile Handwerk: places: 3'],
  },
  usefulTo: (turn) => isMentor(service.profiles.viewerOf(turn).id, service.profiles.contextAt(turn.at)),
  acts: (text) => readProfileCommand(text, isPart)?.do !== 'show',
  match: (text) => readProfileCommand(text, isPart) !== undefined,
  handle: (turn) => typedProfile(service, turn),
});

const Pressed = z.object({ person: z.string().max(80).catch('') });

export const profileActions = (service: Service): readonly Action[] => [
  {
    verb: 'mentors.profile',
    handle(turn) {
      const own = service.directory.personByTeamsId(turn.actor.id)?.id ?? '';
      return showProfile(service, turn, Pressed.parse(turn.data).person || own);
    },
  },
  {
    verb: 'mentors.profile-save',
    handle: async (turn) =>
      inPlace(await saveForm(service, turn, Pressed.parse(turn.data).person, turn.data)),
  },
  { verb: 'mentors.profile-confirm', handle: async (turn) => inPlace(await confirmOwn(service, turn)) },
  {
    verb: 'mentors.profile-remove',
    handle: async (turn) => inPlace(await removeProfile(service, turn, Pressed.parse(turn.data).person)),
  },
];

async function typedProfile(service: Service, turn: TextTurn): Promise<Reply> {
  const read = readProfileCommand(turn.text, isPart);
  if (!read) return showOverview(service, turn);
  // A question, a negation or a condition orders nothing; what is filled in may be anything.
  const words = read.do === 'set' ? withoutReason(turn.text) : turn.text;
  if (read.do !== 'show' && moodOf(words) !== 'statement') throw notOrdered();
  const inIts = { ...turn, language: read.language };
  if (read.do === 'confirm') return confirmOwn(service, inIts);
  const left = (await service.profiles.collection.list()).map(({ id }) => id);
  const own = service.profiles.viewerOf(turn).id;
  const person = read.who ? mentorNamed(service, read.who, turn.at, left) : own;
  if (read.do === 'remove') return removeProfile(service, inIts, person);
  if (read.do === 'show') return showProfile(service, inIts, person);
  return saveParts(service, inIts, person, readParts(read.parts, service.fields()));
}

const notOrdered = () =>
  new Refusal('not-ordered', {
    de: 'Ich habe nichts getan, denn das klang nicht nach einem Auftrag. „Mein Mentorenprofil“ öffnet das Formular.',
    en: 'I have done nothing, because this did not sound like an order. “My mentor profile” opens the form.',
  });

/** What was typed about a profile. */
export type ProfileCommand = {
  readonly do: 'show' | 'confirm' | 'remove' | 'set';
  /** Whose, as typed; empty for the own one. */
  readonly who: string;
  readonly parts: string;
  readonly language: Language;
};

const profile =
  /^\s*(?<words>(?:mein\s+)?mentor(?:inn)?enprofil|(?:my\s+)?mentor\s+profile)(?![\p{L}])\s*(?<rest>.*)$/isu;

/** @param isPart whether a word names a part of a profile */
export function readProfileCommand(
  text: string,
  isPart: (word: string) => boolean,
): ProfileCommand | undefined {
  const { words = '', rest = '' } = profile.exec(text)?.groups ?? {};
  if (!words) return undefined;
  const language = /profile/i.test(words) ? 'en' : 'de';
  const said = rest.replace(/^[\s:,]+/, '').trim();
  const bare = said.replace(/[.!?\s]+$/, '');
  if (/^(?:bestätigen|bestaetigen|confirm)$/i.test(bare))
    return { do: 'confirm', who: '', parts: '', language };
  const removal = /^(?<who>.*?)\s*(?:löschen|loeschen|delete|remove)$/is.exec(bare)?.groups;
  if (removal) return { do: 'remove', who: removal.who ?? '', parts: '', language };
  const colons = [...said.matchAll(/[:=]/g)].map(({ index }) => index);
  const [first] = colons;
  if (first === undefined) return { do: 'show', who: bare, parts: '', language };
  if (isPart(said.slice(0, first))) return { do: 'set', who: '', parts: said, language };
  // A name may have a colon of its own: the parts begin behind the one that a part's name follows.
  const colon = colons.find((at) => isPart(said.slice(at + 1).split(/[:=]/)[0] ?? '')) ?? first;
  return { do: 'set', who: said.slice(0, colon).trim(), parts: said.slice(colon + 1), language };
}
