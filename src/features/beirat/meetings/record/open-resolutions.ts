import type { Item, Meeting } from '../meeting.ts';
import type { Resolution } from './session.ts';

/** A resolution that was adopted and is not carried out yet, with the meeting that it comes from. */
export type OpenResolution = Resolution & { readonly meeting: string };

/** All of them, the longest open first. */
export const openResolutions = (meetings: readonly Meeting[]): readonly OpenResolution[] =>
  meetings
    .flatMap(({ id, resolutions }) => resolutions.map((one) => ({ ...one, meeting: id })))
    .filter(({ isAdopted, done }) => isAdopted && !done)
    .sort((a, b) => a.number.localeCompare(b.number, 'de', { numeric: true }));

/** The item by which it comes back onto an agenda. */
export const resolutionItem = ({ number, wording, owner }: OpenResolution): Item => ({
  id: `resolution-${number}`,
  title: `Stand der Umsetzung: Beschluss ${number}`,
  text: wording,
  kind: 'information',
  public: false,
  ...(owner ? { rapporteur: owner } : {}),
  links: [],
  resolution: number,
});
