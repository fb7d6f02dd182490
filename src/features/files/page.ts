import { fileBlocks, filesPressed, type LinkedFiles, withFiled } from '../../case/files-page.ts';
import { labelOf } from '../../core/case-number.ts';
import type { Addressee } from '../../core/notice.ts';
import type { Links } from '../../core/ports/links.ts';
import type { Page, PageRoute, Visit } from '../../core/ports/pages.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import { type Text, wordsIn } from '../../core/text.ts';

const pagePath = '/files/vorgang';

/** A link to the page of the files of one case, for one person. */
export const pageLink = (
  links: Links,
  id: string,
  to: Pick<Addressee, 'id' | 'language'>,
  expiresAt: string,
): Promise<string> =>
  links.make({ page: pagePath, subject: { case: id, party: to.id, language: to.language }, expiresAt });

/** The files of a case by personal link: to be had, and added to by whoever may. Opening it changes nothing. */
export const filesPage = (linked: LinkedFiles, directory: Pick<RoleDirectory, 'person'>): PageRoute => ({
  path: pagePath,
  longestFile: linked.limits.bytes,
  get: (visit) => pageOf(linked, visit),
  async post(visit, form, sent = []) {
    const { party = '', case: id = '' } = visit.subject;
    const by = { id: party, name: directory.person(party)?.name ?? party };
    const about = form['file-add'] ?? form.file ?? form['file-off'] ?? '';
    // The link is for this case, whatever the form says.
    if (about.split(' ')[0] !== id) return pageOf(linked, visit);
    const filed = await filesPressed(linked, by, form, sent, visit.now.toISOString());
    return filed ? withFiled(filed, ({ problem }) => pageOf(linked, visit, problem)) : pageOf(linked, visit);
  },
});

async function pageOf(
  { seen, limits }: LinkedFiles,
  { subject, now, language }: Visit,
  problem?: Text,
): Promise<Page> {
  const { party = '', case: id = '' } = subject;
  const t = wordsIn(language);
  const shown = await seen(party, id, now.toISOString());
  const label = labelOf({ id });
  const title = shown ? t(`Dateien zu ${label}`, `Files of ${label}`) : t('Dateien', 'Files');
  if (!shown)
    return {
      status: 404,
      title,
      language,
      body: [
        {
          kind: 'text',
          text: t(
            'Diesen Vorgang gibt es nicht mehr, oder Sie haben keinen Zugriff. Lotse zeigt Ihre Vorgänge im Chat.',
            'This case no longer exists, or you have no access to it. Lotse shows your cases in the chat.',
          ),
        },
      ],
    };
  const { files, mayAdd } = shown;
  return {
    title,
    language,
    body: [
      ...(files.length === 0
        ? [{ kind: 'text' as const, text: t('Es liegt noch keine Datei bei.', 'There is no file yet.') }]
        : []),
      ...fileBlocks({ id, party, ...shown }, limits, language, problem),
      ...(mayAdd
        ? []
        : [
            {
              kind: 'text' as const,
              text: t(
                'Hier lässt sich nichts mehr beilegen: Der Vorgang ist abgeschlossen, oder Sie lesen ihn nur.',
                'Nothing can be added here: the case has come to its end, or you only read it.',
              ),
            },
          ]),
    ],
  };
}
