import { cards, type StoredButton, type StoredCase } from '../../support/stored-data.ts';

/** A stored button with a good selection, and what is to be seen afterwards. */
export type Effect = {
  readonly name: string;
  readonly button: StoredButton;
  readonly filled: Readonly<Record<string, unknown>>;
  /** Who asks what afterwards; without it the answer itself is looked at. */
  readonly ask?: readonly [who: string, text: string];
  readonly shows: RegExp;
  readonly not?: RegExp;
};

export type Wanted = {
  readonly kind?: string;
  readonly type?: string;
  readonly state?: string;
  readonly of?: string;
  readonly who?: string;
  readonly data?: Readonly<Record<string, unknown>>;
};

const byId = new Map(cards.cases.map((one) => [one.id, one]));

/** A button of this verb that fits: on the card of the case, else the latest on another card. */
function find(verb: string, { data = {}, who, of, ...wanted }: Wanted): StoredButton {
  const fits = (one: StoredCase | undefined): boolean =>
    (!wanted.kind || one?.kind === wanted.kind) &&
    (!wanted.type || one?.type === wanted.type) &&
    (!wanted.state || one?.state === wanted.state);
  const found = cards.buttons.filter(
    (button) =>
      button.verb === verb &&
      (!of || button.of === of) &&
      (!who || button.who === who) &&
      Object.entries(data).every(([name, value]) => button.data[name] === value) &&
      fits(byId.get(button.of ?? '')),
  );
  const button = found.find(({ old }) => !old) ?? found.at(-1);
  if (!button) throw new Error(`no stored button ${verb} ${JSON.stringify({ ...wanted, who, of, data })}`);
  return button;
}

type Rest = Pick<Effect, 'shows' | 'not'> & Partial<Pick<Effect, 'filled' | 'ask'>>;

/** What a button comes to. */
export function effect(name: string, verb: string, wanted: Wanted, { filled = {}, ...rest }: Rest): Effect {
  return { name, button: find(verb, wanted), filled, ...rest };
}

export const office = 'digitallotse';
export const chair = 'vorsitz-beirat';
export const staff = 'staff-61';
export const lead = 'lead-10.50';

export const note = { note: 'Wie besprochen' };
export const said = /„Wie besprochen“/;
/** A button on the card of a meeting, by its number. */
export const of = (id: string, who?: string): Wanted => ({ of: id, ...(who ? { who } : {}) });
