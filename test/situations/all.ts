import { circulations } from './circulations.ts';
import { datePolls } from './date-polls.ts';
import { directory } from './directory.ts';
import { help } from './help.ts';
import { ideas } from './ideas.ts';
import { meetings } from './meetings.ts';
import { mentors } from './mentors.ts';
import { notices } from './notices.ts';
import { requests } from './requests.ts';
import { type Played, play, type Situation } from './situation.ts';

/** Every situation, by feature. */
export const situations: readonly Situation[] = [
  ...help,
  ...directory,
  ...requests,
  ...notices,
  ...meetings,
  ...datePolls,
  ...circulations,
  ...ideas,
  ...mentors,
];

/** Plays all of them, each in both languages. */
export async function playAll(): Promise<readonly Played[]> {
  const played: Played[] = [];
  for (const situation of situations) {
    for (const language of ['de', 'en'] as const) played.push(await play(situation, language));
  }
  return played;
}
