import { fileURLToPath } from 'node:url';

/** The program's own folder: there `data/directory.yaml` holds the role model. */
export const programFolder = fileURLToPath(new URL('../..', import.meta.url));
