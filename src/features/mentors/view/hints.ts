import type { Language, Text } from '../../../core/text.ts';
import type { Mentoring, State } from '../mentoring.ts';
import type { Standing } from '../rights.ts';

const hints: Readonly<Record<Standing, Partial<Record<State, Text>>>> = {
  asker: {
    asked: {
      de: 'Sobald eine Antwort da ist, melde ich mich. Nach fünf Arbeitstagen erinnere ich.',
      en: 'I will tell you as soon as there is an answer. I send a reminder after five working days.',
    },
    accepted: {
      de: 'Bitte melden Sie sich jetzt selbst und verabreden Sie ein Gespräch. Ist alles geklärt, schließen Sie das Mentoring ab; dann wird der Platz für andere frei.',
      en: 'Please get in touch now and arrange to talk. When everything is settled, close the mentoring; the place is then free for others.',
    },
  },
  mentor: {
    asked: {
      de: 'Mit der Zusage sehen Sie beide, wie Sie einander erreichen. Absagen geht ohne Grund; andere werden dann vorgeschlagen.',
      en: 'If you accept, both of you see how to reach the other. You can decline without a reason; others are proposed then.',
    },
    accepted: {
      de: 'Die fragende Person meldet sich bei Ihnen. Ist alles geklärt, schließt eine oder einer von Ihnen das Mentoring ab.',
      en: 'The person who asked will get in touch with you. When everything is settled, either of you closes the mentoring.',
    },
  },
  office: {
    asked: {
      de: 'Sie sehen dies, weil Sie Mentorings organisieren. Inhalte sind vertraulich.',
      en: 'You see this because you organise mentorings. What is in them is confidential.',
    },
  },
};

/** What happens next, or what to do. */
export const hintOf = ({ state }: Mentoring, as: Standing, language: Language): string | undefined =>
  hints[as][state]?.[language];
