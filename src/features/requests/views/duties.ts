import { today } from '../../../case/world.ts';
import { type RoleId, type RolePlace, type RoleSeat, roleIds } from '../../../core/ports/role-directory.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Context, Request } from '../model.ts';
import type { RequestType } from '../types/model.ts';

/* What hangs on a person who leaves or moves: roles, deputyships, a seat of the Beirat, open steps; with a successor for each. */

export type Duties = { readonly title: string; readonly lines: readonly string[] };

/** Of everybody whom a field of the type names for that. @param waiting open requests that wait for the person, for those who may see all of them */
export function dutiesIn(
  request: Request,
  type: RequestType | undefined,
  waiting: readonly Request[],
  context: Context,
  language: Language,
): Duties | undefined {
  const person = dutyHolder(request, type);
  if (person === undefined) return undefined;
  const t = wordsIn(language);
  const name = context.directory.person(person)?.name ?? person;
  const seats = seatsOf(person, context);
  const lines = [
    ...seats.map((seat) => seatLine(seat, person, context, language)),
    ...waiting.map(({ id, title }) => {
      const heir = seats.map((seat) => successor(seat, person, context)).find((one) => one !== undefined);
      return t(
        `Offener Schritt ${id} ${title}: ${heir ? `kann übernehmen: ${heir}` : 'bitte jemanden beauftragen'}`,
        `Open step ${id} ${title}: ${heir ? `can take over: ${heir}` : 'please put somebody in charge'}`,
      );
    }),
  ];
  return {
    title: t(`Was an ${name} hängt`, `What hangs on ${name}`),
    lines:
      lines.length > 0
        ? lines.slice(0, most)
        : [
            t(
              'Im Verzeichnis nichts, und kein offener Schritt.',
              'Nothing in the directory, and no open step.',
            ),
          ],
  };
}

const most = 20;

/** The person whose duties a request is about. */
export function dutyHolder({ fields }: Request, type: RequestType | undefined): string | undefined {
  const field = type?.fields.find(({ shows }) => shows === 'duties');
  const value = field && fields[field.id];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

type Held = { readonly role: RoleId; readonly place: RolePlace; readonly seat: RoleSeat };

function seatsOf(person: string, { directory, ...world }: Context): readonly Held[] {
  const day = today(world);
  const placesOf = (role: RoleId): readonly RolePlace[] => {
    if (role === 'it-beauftragte') return directory.units().map(({ id }) => ({ unit: id }));
    if (role === 'fachadministratoren')
      return directory.applications().map(({ id }) => ({ application: id }));
    return [{}];
  };
  return roleIds.flatMap((role) =>
    placesOf(role).flatMap((place) =>
      directory
        .seats(role, place, day)
        .filter((one) => one.person.id === person)
        .map((seat) => ({ role, place, seat })),
    ),
  );
}

function seatLine({ role, place, seat }: Held, person: string, context: Context, language: Language): string {
  const t = wordsIn(language);
  const { directory } = context;
  const application = directory.applications().find(({ id }) => id === place.application)?.name;
  const where = application ?? (place.unit ? directory.unitLabel(place.unit, language) : undefined);
  const as = seat.as === 'deputy' ? t(' (Vertretung)', ' (deputy)') : '';
  const name = [directory.roleShortName(role)[language], where].filter(Boolean).join(' · ');
  const heir = successor({ role, place, seat }, person, context);
  return `${name}${as}: ${heir ? t(`bleibt bei ${heir}`, `stays with ${heir}`) : t('noch niemand, bitte besetzen', 'nobody yet, please fill')}`;
}

/** Who is there besides: other holders, then deputies. Of a seat of the Beirat, those of the same seat. */
function successor(
  { role, place, seat }: Held,
  person: string,
  { directory, ...world }: Context,
): string | undefined {
  const others = directory
    .seats(role, place, today(world))
    .filter((one) => one.person.id !== person && one.seat === seat.seat);
  return others[0]?.person.name;
}
