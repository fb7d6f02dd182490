import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import type { Collection } from '../../../core/ports/store.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Text } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import type { Requests } from '../type.ts';
import type { RequestType } from '../types/model.ts';
import type { Draft } from './draft.ts';

/** What the forms work with. */
export type FormPorts = {
  readonly requests: Requests;
  /** The types in use; another list after a reload. */
  readonly types: () => readonly RequestType[];
  readonly directory: RoleDirectory;
  readonly drafts: Collection<Draft>;
  readonly newId: () => string;
  /** Files that the person has sent and that go with what is submitted. */
  readonly files?: FormFiles | undefined;
  /** Opens the form that another feature has for a type; `undefined` when the form is one of these. */
  readonly elsewhere?: ElsewhereForm | undefined;
};

export type FormFiles = {
  readonly sent: (turn: Turn) => Promise<readonly { readonly name: string }[]>;
  /** @returns the sentence that says what was added */
  readonly addWaiting: (turn: Turn, id: string) => Promise<Text | undefined>;
};

/** What another feature is asked for instead of a form. */
export type ElsewhereForm = (
  opening: {
    readonly type: string;
    readonly roles?: readonly string[] | undefined;
    readonly responsible?: string | undefined;
  },
  turn: Turn,
) => Reply | undefined;

/** @throws {Refusal} when the type is no longer offered */
export function knownType({ types }: FormPorts, type: string): RequestType {
  const known = types().find(({ id }) => id === type);
  if (known) return known;
  throw new Refusal('type-gone', {
    de: 'Diese Antragsart gibt es nicht mehr. „Antrag“ zeigt, was Sie beantragen können.',
    en: 'This type of request no longer exists. “Request” shows what you can apply for.',
  });
}

/** @throws {Refusal} when no new ones are to be begun */
export function offeredType(ports: FormPorts, type: string): RequestType {
  const known = knownType(ports, type);
  if (known.offered) return known;
  const { de, en } = known.name;
  throw new Refusal('type-not-offered', {
    de: `„${de}“ wird zurzeit nicht angeboten. „Antrag“ zeigt, was Sie beantragen können; was schon läuft, geht weiter.`,
    en: `“${en}” is not offered at present. “Request” shows what you can apply for; what is under way goes on.`,
  });
}

export const formGone = () =>
  new Refusal('draft-gone', {
    de: 'Dieses Formular ist nicht mehr da; Entwürfe werden nach 30 Tagen gelöscht. „Antrag“ beginnt ein neues.',
    en: 'This form is no longer there; drafts are deleted after 30 days. “Request” starts a new one.',
  });
