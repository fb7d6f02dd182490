import { createHolidays } from '../../src/adapters/calendar/holidays.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { openRequestTypes } from '../../src/app/request-types.ts';
import { createRoleDirectory } from '../../src/features/directory/role-directory.ts';
import { submitted } from '../../src/features/requests/acts/submit.ts';
import type { Request } from '../../src/features/requests/model.ts';
import { demoDirectory } from './directory-builder.ts';

/** A request for a notebook that waits for the IT-Beauftragte of Amt 61. */
export async function sampleRequest(
  requester = { id: 'staff-61', name: 'Sachbearbeitung Amt 61', unit: '61' },
  now = new Date(),
): Promise<Request> {
  const directory = await demoDirectory();
  const type = (await openRequestTypes(directory)).find(({ id }) => id === 'workplace');
  if (!type) throw new Error('there is no type "workplace"');
  const submission = {
    type,
    title: 'Notebook für die Bauberatung',
    fields: {
      subject: 'Notebook für die Bauberatung',
      kind: 'laptop',
      reason: 'Die Bauberatung findet künftig auch vor Ort statt. Dort gibt es keinen Rechner.'.repeat(4),
    },
    requester,
    unit: '61',
    language: 'de' as const,
  };
  const { request } = submitted(submission, undefined, {
    now: now.toISOString(),
    directory: createRoleDirectory(() => directory),
    holidays: createHolidays(),
    digest: randomIds.digest,
  });
  return request;
}
