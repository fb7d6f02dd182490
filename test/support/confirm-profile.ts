import type { Program } from './program.ts';

/** A mentor without Teams confirms the own profile on its page. */
export async function confirmProfile(
  { features }: Pick<Program, 'features'>,
  person: string,
  at: string,
): Promise<void> {
  const page = features.flatMap(({ pages = [] }) => pages).find(({ path }) => path === '/mentors/profil');
  await page?.post?.({ subject: { person }, now: new Date(at), language: 'de' }, { act: 'confirm' });
}
