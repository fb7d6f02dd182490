import { arePagesBuilt, buildPagesAside, pagesFolder } from '../adapters/pages/build-pages.ts';
import { createSignIn, entraKeys, teamsClients } from '../adapters/web/single-sign-on.ts';
import type { TabDoorParts, WhoIs } from '../adapters/web/tab-door.ts';
import { readTabFiles, type TabFiles } from '../adapters/web/tab-files.ts';
import { teamsFrames } from '../adapters/web/tab-routes.ts';
import { isLoopback } from '../core/loopback.ts';
import type { RoleDirectory } from '../core/ports/role-directory.ts';
import type { Config } from './config.ts';
import { programFolder } from './program-folder.ts';

/** What depends on how the program runs: who is believed, who may show the tabs, and where the built pages come from. */
export type TabSetting = Pick<TabDoorParts, 'whoIs' | 'files' | 'frameAncestors'>;

/** In Teams people come with a token. On this machine, where nobody else can ask, they say who they are. */
export function tabSetting(config: Config, directory: Pick<RoleDirectory, 'person'>): TabSetting {
  if (config.mode !== 'production') {
    const frameAncestors = `${teamsFrames} http://127.0.0.1:* http://localhost:*`;
    return { whoIs: byName(directory), files: builtWhenAsked(), frameAncestors };
  }
  const { tenantId, appId } = config.identity;
  const signIn = createSignIn({ tenantId, appId, clients: teamsClients }, entraKeys(tenantId));
  return {
    whoIs: ({ authorization, now }) => signIn(authorization, now),
    files: builtBefore(),
    frameAncestors: teamsFrames,
  };
}

/** `?as=staff-61`: a person of the directory, for requests from this machine. */
export const byName =
  (directory: Pick<RoleDirectory, 'person'>): WhoIs =>
  async ({ as, address }) => {
    if (!isLoopback(address)) return { failed: 'unauthorized', reason: 'not from this machine' };
    const person = directory.person(as);
    return person?.teamsId
      ? { actor: { id: person.teamsId, name: person.name } }
      : { failed: 'unauthorized', reason: 'no person of the directory with a teamsId is named by ?as=' };
  };

/** Built at the first look, in a process of its own; a failure is tried again with the next look. */
function builtWhenAsked(): () => Promise<TabFiles> {
  let building: Promise<TabFiles> | undefined;
  return () => {
    building ??= buildPagesAside(programFolder).then(readTabFiles);
    building.catch(() => {
      building = undefined;
    });
    return building;
  };
}

function builtBefore(): () => Promise<TabFiles> {
  let files: TabFiles | undefined;
  return async () => {
    const folder = pagesFolder(programFolder);
    if (!files && !arePagesBuilt(folder))
      throw new Error('the pages are not built: run "npm run pages" once');
    files ??= readTabFiles(folder);
    return files;
  };
}
