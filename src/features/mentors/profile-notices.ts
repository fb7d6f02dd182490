import type { Addressee, Notice, NoticeKind, Said } from '../../core/notice.ts';
import type { Text } from '../../core/text.ts';
import { contextAt, type Desk } from './desk.ts';
import { profileLink } from './pages/links.ts';
import { profileCard } from './profile/profile-desk.ts';
import type { ProfileNotice } from './profile/save.ts';
import { isMentor, type Profile } from './profile.ts';
import { fieldsText, languagesText } from './view/words.ts';

type Wording = {
  readonly title: Text;
  readonly says: Text;
  /** Whether there is still something to say. */
  readonly isDue: (profile: Profile) => boolean;
};

const wordings: Readonly<Record<ProfileNotice, Wording>> = {
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
export const profileNotices = (desk: Desk): readonly NoticeKind[] =>
  Object.entries(wordings).map(([name, { title, says, isDue }]) => ({
    kind: `mentors.${name}`,
    title,
    repeatable: name !== 'confirm',
    async say(notice: Notice, to: Addressee, now: Date): Promise<Said | undefined> {
      const profile = await desk.profiles.get(notice.ref);
      const at = now.toISOString();
      if (!profile || !isDue(profile) || !isMentor(profile.id, contextAt(desk, at))) return undefined;
      const remark = says[to.language];
      const person = desk.directory.person(profile.id)?.name ?? profile.id;
      const subject = name === 'lapsed' ? `${title[to.language]}: ${person}` : title[to.language];
      const isSelf = to.id === profile.id;
      return {
        reply: { ...(await profileCard(desk, to, profile.id, at, { remark })), summary: subject },
        letter: {
          subject,
          paragraphs: [to.language === 'de' ? 'Guten Tag,' : 'Hello,', remark, contentOf(desk, profile, to)],
          ...(isSelf
            ? {
                links: [
                  {
                    title: to.language === 'de' ? 'Bestätigen oder ändern' : 'Confirm or change',
                    url: await profileLink(desk.links, to, at),
                  },
                ],
              }
            : {}),
        },
      };
    },
  }));

function contentOf(desk: Desk, profile: Profile, { language }: Addressee): string {
  const say = (de: string, en: string) => (language === 'de' ? de : en);
  return [
    `${say('Felder', 'Fields')}: ${fieldsText(profile.fields, desk.fields(), language)}`,
    `${say('Erfahrung', 'Experience')}: ${profile.experience}`,
    `${say('Sprachen', 'Languages')}: ${languagesText(profile, language)}`,
    `${say('Plätze', 'Places')}: ${profile.capacity}`,
    `${say('Kontakt', 'Contact')}: ${profile.contact}`,
  ].join('\n');
}
