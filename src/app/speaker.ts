import type { Ids } from '../core/ports/ids.ts';
import type { Log } from '../core/ports/log.ts';
import { Refusal } from '../core/refusal.ts';
import { noteReply, type Reply } from '../core/reply.ts';
import type { Router } from '../core/router.ts';
import type { Privately, Shown } from '../core/shown.ts';
import { type Language, type Text, wordsIn } from '../core/text.ts';
import type { Turn } from '../core/turn.ts';
import { privateAnswer, showingOnly } from './private-answer.ts';

/** Binds a reply to its card. @throws when the card or its data is missing */
export type RenderCard = (reply: Reply) => object;

/** Answers whatever comes: a card from a feature, a polite "no", or an apology with a number. Never throws. */
export type Speaker = {
  answer(turn: Turn): Promise<Shown>;
  refuse(refusal: Refusal, language: Language): Shown;
};

export type SpeakerParts = {
  readonly router: Router;
  readonly renderCard: RenderCard;
  readonly ids: Ids;
  readonly log: Log;
};

export function createSpeaker({ router, renderCard, ids, log }: SpeakerParts): Speaker {
  const show = (reply: Reply, notice = false): Shown => ({
    card: renderCard(reply),
    summary: reply.summary,
    inPlace: reply.inPlace ?? false,
    notice,
    about: reply.about,
    nothingDone: reply.nothingDone,
    language: reply.language,
    reply,
  });

  const apologise = (error: unknown, language: Language, fields: object): Shown => {
    const id = ids.next().slice(0, 8);
    log.error('bug', { ...fields, errorId: id, error });
    const apology = noticeOf('shared/error', sorry, sorryText(id), language, id);
    try {
      return show(apology, true);
    } catch (broken) {
      log.error('bug', { errorId: id, error: broken });
      const { summary } = apology;
      return { card: plainCard(summary), summary, inPlace: false, notice: true, language };
    }
  };

  const refuse = (refusal: Refusal, language: Language): Shown => {
    try {
      return show(refusalReply(refusal, language), true);
    } catch (error) {
      return apologise(error, language, {});
    }
  };

  /** What only the person may see, where what they asked is not for everybody. */
  async function aside(turn: Turn, no: Refusal): Promise<Privately | undefined> {
    const reply = await privateAnswer(router, turn, no);
    if (!reply) return undefined;
    const { language, ownChat } = turn;
    const way = ownChat && goOn(ownChat, turn.kind === 'text' ? turn.text : '', language);
    const line = refusalReply(new Refusal(no.code, inYourChat, no.link), language);
    return {
      reply,
      aside: showingOnly(renderCard(reply), way || undefined),
      elsewhere: { card: renderCard(line), summary: line.summary },
    };
  }

  return {
    refuse,
    async answer(turn) {
      const fields = {
        kind: turn.kind,
        turn: turn.id,
        ...(turn.kind === 'action' ? { verb: turn.verb } : {}),
      };
      try {
        return show(await router(turn));
      } catch (error) {
        if (!(error instanceof Refusal)) return apologise(error, turn.language, fields);
        log.info('refused', { ...fields, code: error.code });
        const shown = refuse(error, turn.language);
        const privately = await aside(turn, error).catch((broken) => log.error('bug', { error: broken }));
        return privately ? { ...shown, privately } : shown;
      }
    },
  };
}

/** The way to where its buttons work, with the words in the line there. */
const goOn = (chat: string, text: string, language: Language): object => ({
  type: 'ActionSet',
  separator: true,
  actions: [
    {
      type: 'Action.OpenUrl',
      title: wordsIn(language)('Im Chat weitermachen', 'Go on in the chat'),
      url: `${chat}&message=${encodeURIComponent(text)}`,
    },
  ],
});

const inYourChat: Text = {
  de: 'Die Antwort steht in Ihrem persönlichen Chat mit mir.',
  en: 'The answer is in your personal chat with me.',
};
const hint: Text = { de: 'Hinweis', en: 'Please note' };
const sorry: Text = { de: 'Da ist etwas schiefgegangen', en: 'Something went wrong' };
const sorryText = (id: string): Text => ({
  de: `Der Fehler liegt bei mir und ist notiert. Versuchen Sie es bitte gleich noch einmal. Bleibt es dabei, nennen Sie der Administration die Fehlernummer ${id}.`,
  en: `The fault is mine and has been recorded. Please try again in a moment. If it happens again, give the administrators the error number ${id}.`,
});

function noticeOf(card: string, title: Text, text: Text, language: Language, id?: string): Reply {
  const data = { title: title[language], text: text[language], ...(id ? { id } : {}) };
  return { card, data, summary: text[language], language };
}

/** Where it goes on in another place, one line and the way there are all there is to say. */
function refusalReply({ text, link }: Refusal, language: Language): Reply {
  const reply = noteReply(hint[language], text[language], language);
  if (!link) return reply;
  const way = { title: link.title[language], url: link.url };
  return { ...reply, data: { ...reply.data, title: undefined, way } };
}

const plainCard = (text: string): object => ({
  type: 'AdaptiveCard',
  version: '1.2',
  body: [{ type: 'TextBlock', text, wrap: true }],
});
