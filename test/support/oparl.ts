import { z } from 'zod';

/**
 * What OParl 1.1 says of a meeting that is handed out as a whole, by its tables of properties: which there are, which must be
 * there, and of what form. Objects inside others leave out the way back to them. Ids must be URLs, which a URN is by its syntax.
 * What is not of the standard stands under a name of its own.
 */

const url = z.url();
/** RFC 3339 with the offset of the place. */
const moment = z.iso.datetime({ offset: true });
const words = z.string().min(1);
const typeOf = (name: string) => z.literal(`https://schema.oparl.org/1.1/${name}`);

const everywhere = {
  license: url.optional(),
  keyword: z.array(words).optional(),
  created: moment.optional(),
  modified: moment.optional(),
  web: url.optional(),
  deleted: z.boolean().optional(),
};

const OparlFile = z.strictObject({
  id: url,
  type: typeOf('File'),
  name: words.optional(),
  fileName: words.optional(),
  mimeType: words.optional(),
  date: z.iso.date().optional(),
  size: z.int().optional(),
  sha1Checksum: words.optional(),
  accessUrl: url,
  downloadUrl: url.optional(),
  ...everywhere,
});

const Location = z.strictObject({
  id: url,
  type: typeOf('Location'),
  description: words.optional(),
  geojson: z.looseObject({}).optional(),
  streetAddress: words.optional(),
  room: words.optional(),
  postalCode: words.optional(),
  subLocality: words.optional(),
  locality: words.optional(),
  ...everywhere,
});

const AgendaItem = z.strictObject({
  id: url,
  type: typeOf('AgendaItem'),
  number: words.optional(),
  order: z.int().min(0),
  name: words.optional(),
  public: z.boolean().optional(),
  consultation: url.optional(),
  result: words.optional(),
  resolutionText: words.optional(),
  resolutionFile: OparlFile.optional(),
  auxiliaryFile: z.array(OparlFile).optional(),
  start: moment.optional(),
  end: moment.optional(),
  ...everywhere,
});

const Meeting = z.strictObject({
  id: url,
  type: typeOf('Meeting'),
  name: words.optional(),
  meetingState: z.enum(['terminiert', 'eingeladen', 'durchgeführt']).optional(),
  cancelled: z.boolean().optional(),
  start: moment.optional(),
  end: moment.optional(),
  location: Location.optional(),
  organization: z.array(url).min(1).optional(),
  participant: z.array(url).optional(),
  invitation: OparlFile.optional(),
  resultsProtocol: OparlFile.optional(),
  verbatimProtocol: OparlFile.optional(),
  auxiliaryFile: z.array(OparlFile).optional(),
  agendaItem: z.array(AgendaItem).optional(),
  ...everywhere,
});

/** What does not fit, `agendaItem.0.order: …`; nothing when all does. @param given as it is handed out, read again */
export function oparlProblems(given: unknown): readonly string[] {
  const { error } = Meeting.safeParse(standard(given));
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

/** Without the properties that bear a name of their own (`lotse:quorum`). */
const standard = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(standard)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([name]) => !name.includes(':'))
            .map(([name, inner]) => [name, standard(inner)]),
        )
      : value;
