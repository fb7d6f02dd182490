import { dayIn, dayOf } from '../../core/day.ts';
import { type Found, type Search, standsIn } from '../../core/found.ts';
import type { TabVisit } from '../../core/tab.ts';
import { wordsIn } from '../../core/text.ts';
import type { ActionTurn } from '../../core/turn.ts';
import { seatsOf } from './acting.ts';
import { type Asking, roleReply } from './asking.ts';
import type { Directory } from './model.ts';
import { placeLabel } from './places.ts';
import type { AnswerRef } from './views.ts';
import { asWords } from './wording.ts';

const most = { roles: 5, people: 6, applications: 6 };

/** Roles by what they do, as the chat reads it, and roles, people and applications by their names. */
export const directorySearch =
  (asking: Asking): Search =>
  async (visit, words) => {
    if (words === '') return [];
    const { directory } = asking.current(dayOf(visit.at));
    return [
      ...roles(words, visit, asking),
      ...people(words, visit, directory),
      ...applications(words, visit, asking),
    ];
  };

function roles(words: string, visit: TabVisit, asking: Asking): readonly Found[] {
  const { directory, understand } = asking.current(dayOf(visit.at));
  const { band, candidates } = understand(words, visit.language);
  const read = band === 'sure' || band === 'unsure' ? candidates : [];
  const named = directory.roles
    .filter(({ name, shortName, aliases }) =>
      standsIn([name.de, name.en, shortName.de, shortName.en, ...aliases], words),
    )
    .map(({ id }): AnswerRef => ({ role: id }));
  const refs = [...read.map(({ role, task }): AnswerRef => ({ role, task })), ...named];
  return refs
    .filter(({ role }, at) => refs.findIndex((other) => other.role === role) === at)
    .slice(0, most.roles)
    .flatMap((ref) => {
      const role = directory.roles.find(({ id }) => id === ref.role);
      const task = role?.tasks.find(({ id }) => id === ref.task);
      return role
        ? [
            {
              title: role.name[visit.language],
              text: (task?.text ?? role.summary)[visit.language],
              reply: roleReply([ref], turnOf(visit), asking),
            },
          ]
        : [];
    });
}

/** The card of a person lists the roles: those are public, absences and everything else is not said. */
function people(words: string, { language, at }: TabVisit, directory: Directory): readonly Found[] {
  const t = wordsIn(language);
  const day = dayOf(at);
  return directory.persons
    .filter(({ name }) => standsIn([name], words))
    .slice(0, most.people)
    .map(({ id, name, email, phone }) => {
      const rows = directory.roles.flatMap((role) =>
        seatsOf(directory, role.id, {}, day)
          .filter(({ person }) => person.id === id)
          .map(({ as, unit, application, until }) => ({
            name: role.name[language],
            text: [
              asWords[as][language],
              placeLabel(directory, { unit, application }, language),
              ...(until ? [t(`bis ${dayIn(language, until)}`, `until ${dayIn(language, until)}`)] : []),
            ]
              .filter(Boolean)
              .join(' · '),
          })),
      );
      const contact = [phone, email].filter(Boolean).join(' · ');
      const view = {
        roles: [],
        title: name,
        rows: [...rows.slice(0, 10), ...(contact ? [{ name: t('Kontakt', 'Contact'), text: contact }] : [])],
        more: undefined,
        empty:
          rows.length === 0 && !contact
            ? t('Ohne Rolle im Verzeichnis.', 'No role in the directory.')
            : undefined,
      };
      return {
        title: name,
        text: [...new Set(rows.map((row) => row.name))].join(', ') || t('ohne Rolle', 'no role'),
        reply: { card: 'directory/list', data: view, summary: name, language, anywhere: true },
      };
    });
}

function applications(words: string, visit: TabVisit, asking: Asking): readonly Found[] {
  const { directory } = asking.current(dayOf(visit.at));
  return directory.applications
    .filter(({ name, aliases }) => standsIn([name, ...aliases], words))
    .slice(0, most.applications)
    .map(({ id, name, purpose }) => ({
      title: name,
      text: purpose[visit.language],
      reply: roleReply([{ role: 'fachadministratoren', application: id }], turnOf(visit), asking),
    }));
}

/** As if somebody had pressed for it in a group. */
const turnOf = ({ actor, language, at }: TabVisit): ActionTurn => ({
  kind: 'action',
  id: '',
  actor,
  scope: 'groupChat',
  conversationId: '',
  language,
  at,
  verb: 'directory.show',
  data: {},
});
