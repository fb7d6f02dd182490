import { posix } from 'node:path';

/** What a page of documentation refers to and what must therefore be there. */
export type References = {
  /** Files, relative to the project. */
  readonly files: readonly string[];
  /** Headings, as `file#anchor`. */
  readonly anchors: readonly string[];
  /** Names of npm scripts. */
  readonly scripts: readonly string[];
};

const links = /\]\(([^()\s]+)(?:\s"[^"]*")?\)|<(?:img|source)[^>]+src="([^"]+)"|<a[^>]+href="([^"]+)"/g;
const paths = /(?<![\w/.-])(?:src|test|bench|manifest|cards|data|docs)\/[\w./-]*[\w/]/g;
const runs = /\bnpm (?:run ([\w:-]+)|(test|start)\b)/g;

/** Reads the references of a Markdown page; addresses of the web are left out. */
export function referencesOf(page: string, text: string): References {
  const targets = [...text.matchAll(links)]
    .map(([, link, image, anchor]) => link ?? image ?? anchor ?? '')
    .filter((target) => !/^[a-z][a-z+.-]*:/i.test(target));
  const inFolder = (file: string): string => posix.normalize(posix.join(posix.dirname(page), file));
  const resolved = targets.map((target) => {
    const [file = '', anchor] = target.split('#');
    return { file: file ? inFolder(decodeURI(file)) : page, anchor };
  });
  return {
    files: [...resolved.map(({ file }) => file), ...(text.match(paths) ?? [])],
    anchors: resolved.flatMap(({ file, anchor }) => (anchor ? [`${file}#${anchor}`] : [])),
    scripts: [...text.matchAll(runs)].map(([, script, short]) => script ?? short ?? ''),
  };
}

/** The anchors of a page's headings, made as GitHub makes them. */
export const anchorsOf = (text: string): readonly string[] =>
  [...text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );
