import { command } from '../../../core/command.ts';
import type { Action, Intent } from '../../../core/feature.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { contextAt } from '../board/desk.ts';
import { isInBeirat, isOffice } from '../board/members.ts';
import type { MeetingDesk } from './desk.ts';
import { knowsRecommendations, showRecommendations } from './recommendation-cards.ts';
import { findResolutions, showResolutions } from './record-cards.ts';
import { boardReply } from './views/board.ts';
import { meetingsReply } from './views/list.ts';

/** What is not about one meeting: all of them, the seats, what was resolved and is open. */
export const listIntents = (desk: MeetingDesk): readonly Intent[] => [
  {
    id: 'beirat.meetings',
    title: { de: 'Ihre Sitzungen des Digitalen Beirats', en: 'Your meetings of the board' },
    examples: { de: ['Meine Sitzungen'], en: ['My meetings'] },
    match: command(
      'meine sitzungen',
      'sitzungen',
      'beiratssitzungen',
      'my meetings',
      'meetings',
      'board meetings',
    ),
    handle: (turn) => withRefusal(turn, () => meetingsReply(desk, turn)),
  },
  {
    id: 'beirat.board',
    title: { de: 'Die Sitze des Beirats', en: 'The seats of the board' },
    examples: { de: ['Beirat', 'Beirat Mitglieder'], en: ['Board', 'Board members'] },
    match: command(
      'beirat',
      'beirat mitglieder',
      'beiratsmitglieder',
      'mitglieder des beirats',
      'sitze des beirats',
      'board',
      'board members',
      'members of the board',
    ),
    inMenu: false,
    handle: async (turn) => boardReply(contextAt(desk, turn.at), turn.language),
  },
  {
    id: 'beirat.resolutions',
    title: { de: 'Offene Beschlüsse des Beirats', en: 'Open resolutions of the board' },
    examples: { de: ['Beschlüsse', 'Offene Beschlüsse'], en: ['Resolutions', 'Open resolutions'] },
    match: command(
      'beschlüsse',
      'beschluesse',
      'offene beschlüsse',
      'offene beschluesse',
      'beschlüsse des beirats',
      'resolutions',
      'open resolutions',
      'resolutions of the board',
    ),
    inMenu: false,
    usefulTo: (turn) => {
      const [viewer, context] = [desk.meetings.viewerOf(turn).id, contextAt(desk, turn.at)];
      return isOffice(viewer, context) || isInBeirat(viewer, context);
    },
    handle: (turn) => withRefusal(turn, () => showResolutions(desk, turn)),
  },
  {
    id: 'beirat.resolutions-all',
    title: { de: 'Alle Beschlüsse des Beirats', en: 'All resolutions of the board' },
    examples: {
      de: ['Alle Beschlüsse', 'Beschlüsse zu Datenplattform'],
      en: ['All resolutions', 'Resolutions on data platform'],
    },
    match: (typed) => allWords.test(typed),
    inMenu: false,
    usefulTo: (turn) => {
      const [viewer, context] = [desk.meetings.viewerOf(turn).id, contextAt(desk, turn.at)];
      return isOffice(viewer, context) || isInBeirat(viewer, context);
    },
    handle: (turn) =>
      withRefusal(turn, () => findResolutions(desk, turn, allWords.exec(turn.text)?.groups?.about ?? '')),
  },
  {
    id: 'beirat.recommendations',
    title: {
      de: 'Empfehlungen des Beirats und was daraus wurde',
      en: 'Recommendations of the board and what became of them',
    },
    examples: {
      de: ['Empfehlungen', 'Empfehlungen des Beirats'],
      en: ['Recommendations', 'Recommendations of the board'],
    },
    match: command(
      'empfehlungen',
      'empfehlungen des beirats',
      'recommendations',
      'recommendations of the board',
    ),
    inMenu: false,
    usefulTo: (turn) => knowsRecommendations(desk, turn),
    handle: (turn) => withRefusal(turn, () => showRecommendations(desk, turn)),
  },
];

const allWords =
  /^\s*(?:(?:alle|all)\s+(?:beschlüsse|beschluesse|resolutions)(?:\s+(?:des beirats|of the board))?|(?:alle |all )?(?:beschlüsse|beschluesse|resolutions)\s+(?:zu|über|ueber|on|about)\s+(?<about>\S.{0,80}?))[\s?!.]*$/i;

export const listActions = (desk: MeetingDesk): readonly Action[] => [
  { verb: 'beirat.meetings', handle: (turn) => meetingsReply(desk, turn) },
  {
    verb: 'beirat.board',
    handle: async (turn) => boardReply(contextAt(desk, turn.at), turn.language),
  },
];
