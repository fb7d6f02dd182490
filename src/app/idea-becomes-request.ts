import type { FollowUpOf } from '../features/ideas/follow.ts';
import type { HandOver } from '../features/ideas/hand-over.ts';
import { ideaCase, type Proposal } from '../features/ideas/model.ts';
import type { RequestsFeature } from '../features/requests/feature.ts';
import { ends, type FieldValues } from '../features/requests/model.ts';
import type { Field, RequestType } from '../features/requests/types/model.ts';

/** The type of the forms that ideas are handed in with; it is not what an idea becomes. */
export const ideaType = 'idea';
/** What an idea most often becomes. */
const usual = 'project';

type Requests = Pick<RequestsFeature, 'openFromCase' | 'cameFrom'>;

/** How an idea becomes a request: a form with what the idea says, of any type that needs a decision. */
export function handOverTo(requests: Requests, types: () => readonly RequestType[]): HandOver {
  return {
    choices: (language) =>
      types()
        .filter(
          ({ id, route, offered }) =>
            offered && id !== ideaType && route.some(({ duty }) => duty === 'approve'),
        )
        .toSorted((a, b) => Number(b.id === usual) - Number(a.id === usual))
        .map(({ id, name }) => ({ title: name[language], value: id })),
    open(idea, type, turn) {
      const known = types().find(({ id }) => id === type);
      if (!known) return undefined;
      const origin = { kind: ideaCase, id: idea.id };
      return requests.openFromCase(turn, { type, origin, fields: fieldsOf(idea, known), unit: idea.unit });
    },
  };
}

/**
 * What became of an idea: the newest request that names it as its origin. Everybody reads ideas, so only its number and
 * how far it is go there; what else is in a request, its state included, is for those whom it concerns.
 */
export const followUpIn =
  (requests: Requests): FollowUpOf =>
  async (ref) => {
    const request = await requests.cameFrom(ref);
    if (!request) return undefined;
    const { id, state } = request;
    return { id, state: state === 'done' ? 'done' : ends.includes(state) ? 'ended' : 'open' };
  };

/** What the idea says, in the fields of the form: its title, why it is wanted, where more can be read. */
export function fieldsOf(idea: Proposal, { fields }: RequestType): FieldValues {
  const reason = fields.find(({ kind, required }) => kind === 'long-text' && required);
  const more = reason ?? fields.find(({ kind }) => kind === 'long-text');
  const link = fields.find(({ kind }) => kind === 'link');
  const text = [idea.problem, idea.benefit].join('\n\n');
  const [first] = idea.links;
  return {
    ...fitted(
      fields.find(({ id }) => id === 'subject'),
      idea.title,
    ),
    ...fitted(more, text),
    ...fitted(link, first),
  };
}

const fitted = (field: Field | undefined, text: string | undefined): FieldValues => {
  if (!field || !text) return {};
  const { longest = 1000 } = field;
  return { [field.id]: text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…` };
};
