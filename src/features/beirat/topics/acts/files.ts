import { actsOf } from '../../../../case/case-type.ts';
import { attaching, detaching } from '../../../../case/files.ts';
import { type FileLimits, usualLimits } from '../../../../core/files/sent.ts';
import type { Party } from '../../../../core/party.ts';
import type { Context } from '../../board/context.ts';
import { isOffice } from '../../board/members.ts';
import type { Topic } from '../model.ts';
import { onAgenda, topicOver } from '../refusals.ts';

const act = actsOf<Topic, Context>();

/** Whoever proposed it and the office; everybody else who sees it reads. */
const mayBringFiles = ({ by }: Topic, { id }: Pick<Party, 'id'>, context: Context): boolean =>
  by === id || isOffice(id, context);

/** Until it is on an agenda: from then on papers are those of the meeting. */
export const mayAddFiles = (topic: Topic, party: Pick<Party, 'id'>, context: Context): boolean =>
  topic.state === 'open' && mayBringFiles(topic, party, context);

function requireOpen({ state }: Topic): void {
  if (state === 'placed') throw onAgenda();
  if (state !== 'open') throw topicOver();
}

export const attach = ({ perCase }: Pick<FileLimits, 'perCase'> = usualLimits) => {
  const adding = attaching<Topic, Context>({ perCase }, mayBringFiles);
  return act({
    ...adding,
    title: { de: 'Datei beilegen', en: 'Add a file' },
    // Words and buttons are those of the files themselves; they lead here.
    buttons: {},
    typed: [],
    decide(topic, input, by, context, beside) {
      if (mayBringFiles(topic, by, context)) requireOpen(topic);
      return adding.decide(topic, input, by, context, beside);
    },
  });
};

const removing = detaching<Topic, Context>((_topic, { id }, context) => isOffice(id, context), {
  de: 'die Geschäftsführung des Beirats',
  en: 'the board’s office',
});

export const detach = act({
  ...removing,
  title: { de: 'Datei entfernen', en: 'Remove a file' },
  buttons: {},
  typed: [],
  decide(topic, input, by, context, beside) {
    requireOpen(topic);
    return removing.decide(topic, input, by, context, beside);
  },
});
