import { caseNotice } from '../../../case/notice.ts';
import type { Addressee, NoticeKind } from '../../../core/notice.ts';
import { type Text, wordsIn } from '../../../core/text.ts';
import { fieldsText, languagesText } from '../labels.ts';
import type { Service } from '../service.ts';
import { isMentor, type Profile } from './model.ts';
import { profileLink } from './page.ts';

type Wording = {
  readonly title: Text;
  readonly says: Text;
  /** Whether there is still something to say. */
  readonly isDue: (profile: Profile) => boolean;
};

const wordings: Readonly<Record<'profile' | 'confirm' | 'lapsed', Wording>> = {
  profile: {
    title: { de: 'Ihr Profil als Mentorin oder Mentor', en: 'Your profile as a mentor' },
    says: {
      de: 'Der Digitallotse hat Ihr Profil eingetragen oder geändert. Bitte prüfen und bestätigen Sie es; ändern können Sie es selbst.',
      en: 'The Digitallotse has filled in or changed your profile. Please check and confirm it; you can change it yourself.',
    },
    isDue: ({ askedAt }) => askedAt !== undefined,
  },
  confirm: {
    title: { de: 'Stimmt Ihr Profil noch?', en: 'Is your profile still right?' },
    says: {
      de: 'Ein halbes Jahr ist vergangen: Stimmt Ihr Profil als Digitale Mentorin oder Digitaler Mentor noch? Ohne Bestätigung werden Sie in einem Monat nicht mehr vorgeschlagen.',
      en: 'Half a year has passed: is your profile as a digital mentor still right? Without a confirmation you will not be proposed any more in a month.',
    },
    isDue: ({ askedAt }) => askedAt !== undefined,
  },
  lapsed: {
    title: { de: 'Ein Profil ist nicht bestätigt', en: 'A profile has not been confirmed' },
    says: {
      de: 'Dieses Profil wurde einen Monat lang nicht bestätigt und wird nicht mehr vorgeschlagen. Bitte sprechen Sie mit der Mentorin oder dem Mentor.',
      en: 'This profile has not been confirmed for a month and is not proposed any more. Please talk to the mentor.',
    },
    isDue: ({ lapsedAt }) => lapsedAt !== undefined,
  },
};

/** What is said about profiles by way of the outbox. */
export const profileNotices = (service: Service): readonly NoticeKind[] =>
  Object.entries(wordings).map(([name, { title, says, isDue }]) =>
    caseNotice(service.profiles, {
      kind: `mentors.${name}`,
      title,
      repeatable: name !== 'confirm',
      subject: (words, { id }) =>
        name === 'lapsed' ? `${words}: ${service.directory.person(id)?.name ?? id}` : words,
      concerns: (profile, _to, context) => isDue(profile) && isMentor(profile.id, context),
      async say(profile, to, context) {
        const remark = says[to.language];
        const t = wordsIn(to.language);
        const link = async () => ({
          title: t('Bestätigen oder ändern', 'Confirm or change'),
          url: await profileLink(service.links, to, context.now),
        });
        return {
          reply: await service.profiles.draw(profile, to, context, { remark }),
          letter: {
            paragraphs: [t('Guten Tag!', 'Hello,'), remark, contentOf(service, profile, to)],
            ...(to.id === profile.id ? { links: [await link()] } : {}),
          },
        };
      },
    }),
  );

function contentOf({ fields }: Service, profile: Profile, { language }: Addressee): string {
  const t = wordsIn(language);
  return [
    `${t('Felder', 'Fields')}: ${fieldsText(profile.fields, fields(), language)}`,
    `${t('Erfahrung', 'Experience')}: ${profile.experience}`,
    `${t('Sprachen', 'Languages')}: ${languagesText(profile, language)}`,
    `${t('Plätze', 'Places')}: ${profile.capacity}`,
    `${t('Kontakt', 'Contact')}: ${profile.contact}`,
  ].join('\n');
}
