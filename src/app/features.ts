import { dayOf } from '../core/day.ts';
import type { Feature } from '../core/feature.ts';
import { usualLimits } from '../core/files/sent.ts';
import { createRouter, type Router } from '../core/router.ts';
import type { TextTurn } from '../core/turn.ts';
import { createAuditingFeature } from '../features/auditing/feature.ts';
import { type BeiratFeature, createBeiratFeature } from '../features/beirat/feature.ts';
import { createAbsences } from '../features/directory/absence-desk.ts';
import { createDirectoryFeature, type DirectoryFeature } from '../features/directory/feature.ts';
import { createRoleDirectory } from '../features/directory/role-directory.ts';
import { createFilesFeature, type FilesFeature } from '../features/files/feature.ts';
import { createHelpFeature } from '../features/help/feature.ts';
import { createIdeasFeature, type IdeasFeature } from '../features/ideas/feature.ts';
import { createMentorsFeature } from '../features/mentors/feature.ts';
import { createFates } from '../features/notices/fates.ts';
import { createNoticesFeature } from '../features/notices/feature.ts';
import { openOutbox } from '../features/notices/outbox.ts';
import { createRequestsFeature, type RequestsFeature } from '../features/requests/feature.ts';
import { auditKinds } from './audit-kinds.ts';
import type { AuditWorld } from './audit-world.ts';
import { caseFile } from './case-file.ts';
import { checkQuestions } from './check-questions.ts';
import type { FeaturePorts } from './compose.ts';
import { keepersOf } from './data-troubles.ts';
import { followUpIn, handOverTo, ideaType } from './idea-becomes-request.ts';
import { namedTypes } from './named-types.ts';
import { nounOf } from './registry.ts';

/** The one list of what Lotse can do. */
export function createFeatures(ports: FeaturePorts): readonly Feature[] {
  const {
    store,
    clock,
    ids,
    directory,
    lexicon,
    learned,
    known,
    partners,
    holidays,
    requestTypes,
    beiratRules,
    mentorFields,
    archive,
  } = ports;
  const absences = createAbsences(store, directory.current);
  const roles = createRoleDirectory(absences.directory, () => dayOf(clock.now().toISOString()));
  // What is said in free words, or pressed, goes the way of what is typed.
  let route: Router | undefined;
  const say = (turn: TextTurn) => {
    route ??= createRouter(all);
    return route(turn);
  };
  const files: FilesFeature | undefined =
    ports.files &&
    createFilesFeature({
      store,
      contents: ports.files,
      links: ports.links,
      directory: roles,
      limits: ports.fileLimits ?? usualLimits,
      kinds: () => [requests.files, ...beirat.files, ideas.files],
      newId: ids.next,
      digestOf: (content) => ids.digest(Buffer.from(content).toString('base64')),
    });
  const filed = files && { ...files, limits: ports.fileLimits ?? usualLimits };
  const worldAt = (at: string): AuditWorld => ({
    now: at,
    directory: roles,
    holidays,
    digest: ids.digest,
    types: requestTypes(),
    rules: beiratRules(),
    partners: partners(),
  });
  const requests: RequestsFeature = createRequestsFeature({
    store,
    ids,
    holidays,
    archive,
    directory: roles,
    types: requestTypes,
    partners,
    paper: { links: ports.links, papers: ports.papers },
    fileOf: (collection, doc, at, budgets) =>
      caseFile({ noun: nounOf(collection), collection, doc: { ...doc }, inArchive: false }, worldAt(at), {
        budgets: budgets ?? [],
      }),
    files: filed,
    // There is one way to hand in an idea, wherever it begins.
    typeOf: (text, turn) => answers.typeOf(text, turn),
    elsewhere: (opening, turn) => (opening.type === ideaType ? ideas.openForm(turn, opening) : undefined),
  });
  const answers: DirectoryFeature = createDirectoryFeature({
    directory: directory.current,
    absences,
    lexicon,
    learned,
    known,
    partners,
    store,
    roles,
    holidays,
    ids,
    memories: ports.memories,
    types: () => namedTypes(requestTypes()),
    furtherNames: ports.furtherNames,
    checkQuestions,
    troubles: ports.dataTroubles,
    keepersOf: keepersOf(roles, beiratRules),
    rounds: ports.confirmations,
    file: ports.directoryFile,
    formFor: requests.formFor,
    offer: requests.offer,
    say,
  });
  const beirat: BeiratFeature = createBeiratFeature({
    ...ports,
    kept: files &&
      ports.files && {
        ...files,
        limits: ports.fileLimits ?? usualLimits,
        contents: ports.files,
      },
    directory: roles,
    rules: beiratRules,
    fates: createFates(openOutbox(store)),
    offers: () => ideas.offers(),
    figures: [(year) => ideas.figures(year), (year) => mentors.figures(year)],
  });
  const ideas: IdeasFeature = createIdeasFeature({
    ...ports,
    directory: roles,
    isVoting: (seat) => beiratRules().seats.find(({ id }) => id === seat)?.vote !== 'advisory',
    places: beirat.places,
    handOver: handOverTo(requests, requestTypes),
    followUpOf: followUpIn(requests),
    files: filed,
  });
  const mentors = createMentorsFeature({ ...ports, directory: roles, fields: mentorFields });
  const auditing = createAuditingFeature({
    kinds: auditKinds({ store, archive, worldAt }),
    partners,
    directory: roles,
    store,
    links: ports.links,
    papers: ports.papers,
  });
  const cases = [answers, requests, beirat, ideas, mentors, auditing, ...(files ? [files] : [])];
  const kinds = cases.flatMap(({ notices = [] }) => notices);
  const notices = createNoticesFeature({
    ...ports,
    directory: roles,
    kinds,
    cases: cases.flatMap(({ cases = [] }) => cases),
  });
  const features = [...cases, notices];
  const all: readonly Feature[] = [...features, createHelpFeature(features, say)];
  return all;
}
