import { type RoleId, roleIds } from '../../core/ports/role-directory.ts';
import type { Language, Text } from '../../core/text.ts';
import { seatsOf } from './acting.ts';
import { unitOf } from './lookup.ts';
import type { Directory } from './model.ts';
import type { Partner } from './partners.ts';
import type { AnswerRef } from './views.ts';
import { answerNamed, type NamedKnowledge } from './with-names.ts';

/** What another program asks. */
export type Asked = {
  readonly question: string;
  readonly language: Language;
  /** Where it is asked for, `61`. */
  readonly unit?: string | undefined;
  /** `2026-11-24` */
  readonly day: string;
  /** Whether people are named. */
  readonly withPersons: boolean;
};

/** What it gets: the same answer as in the chat, as data. Nothing is kept of the question. */
export type Responsible = {
  /** `answer`: sure; `choices`: one of these may be meant; `partner`: a body outside the role model; `none`. */
  readonly result: 'answer' | 'choices' | 'partner' | 'none';
  /** With `none`: whether it was understood, and the role model does not regulate it. */
  readonly understood?: boolean;
  readonly roles: readonly RoleAnswer[];
  readonly partners: readonly { readonly id: string; readonly name: Text }[];
};

export type RoleAnswer = {
  readonly role: string;
  readonly name: Text;
  readonly task?: string | undefined;
  /** The words of the decided document, and where they stand. */
  readonly quote?: string | undefined;
  readonly passage?: Text | undefined;
  readonly unit?: string | undefined;
  /** Absent where people may not be named. */
  readonly persons?: readonly PersonAnswer[];
};

export type PersonAnswer = {
  readonly name: string;
  readonly as: 'holder' | 'deputy';
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly absentUntil?: string | undefined;
};

/** Answers a question for another program. Pure. */
export function responsibleFor(asked: Asked, knowledge: NamedKnowledge): Responsible {
  const { directory, partners = [] } = knowledge;
  const unit = asked.unit !== undefined && unitOf(directory, asked.unit) ? asked.unit : undefined;
  const found = answerNamed(asked.question, asked.language, { unit, day: asked.day }, knowledge);
  const none = { roles: [], partners: [] };
  switch (found.kind) {
    case 'answer':
    case 'choices':
      return {
        ...none,
        result: found.kind,
        roles: found.refs.map((ref) => roleAnswer(ref, asked, directory)),
      };
    case 'partner':
      return { ...none, result: 'partner', partners: found.ids.flatMap((id) => named(id, partners)) };
    case 'none':
      return { ...none, result: 'none', understood: found.understood };
    default:
      // Lists, small talk and functions of the chat are no answer for another program.
      return { ...none, result: 'none', understood: false };
  }
}

const named = (id: string, partners: readonly Partner[]) =>
  partners.filter((one) => one.id === id).map(({ name }) => ({ id, name }));

function roleAnswer(ref: AnswerRef, { day, withPersons }: Asked, directory: Directory): RoleAnswer {
  const role = directory.roles.find(({ id }) => id === ref.role);
  const source = role?.tasks.find(({ id }) => id === ref.task)?.source ?? role?.source;
  const { task, unit, application } = ref;
  return {
    role: ref.role,
    name: role?.name ?? { de: ref.role, en: ref.role },
    task,
    quote: source?.quote,
    passage: source?.passage,
    unit,
    ...(withPersons && isRole(ref.role)
      ? { persons: personsOf(directory, ref.role, { unit, application }, ref.day ?? day) }
      : {}),
  };
}

const isRole = (id: string): id is RoleId => (roleIds as readonly string[]).includes(id);

const personsOf = (
  directory: Directory,
  role: RoleId,
  place: Pick<AnswerRef, 'unit' | 'application'>,
  day: string,
): readonly PersonAnswer[] =>
  seatsOf(directory, role, place, day).map(({ person, as, absentUntil }) => ({
    name: person.name,
    as,
    email: person.email,
    phone: person.phone,
    absentUntil,
  }));
