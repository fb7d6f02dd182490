import type { ProjectFile } from '../support/project-files.ts';

/** A rule about what may stand in a file: which files it is for, what it looks for, and what to do instead. */
type Ban = {
  readonly where: RegExp;
  readonly except?: RegExp;
  readonly what: RegExp;
  readonly instead: string;
};

/** A file has the length of its thought; above this it needs a reason. */
export const longestFile = 400;

const code = /^(src|test|bench|manifest)\/.*\.tsx?$/;
const vague = '(Manager|Helper|Utils?|Utility)';

export const bans: readonly Ban[] = [
  {
    where: /^test\/.*\.ts$/,
    what: /\b(test|it|describe)\.(only|skip|todo)(\.each)?[(`]|\bx(it|test|describe)\(|\bf(it|describe)\(/,
    instead:
      'run every test; where a machine cannot run one, choose "condition ? test : test.skip" and say why',
  },
  { where: /./, what: /\b(TODO|FIXME|XXX)\b/, instead: 'do it, or file an issue' },
  {
    where: /./,
    what: /(^|[\s"'`(=:])(\/(home|Users|root|work|mnt)\/|[A-Z]:\\Users\\)/m,
    instead: 'no path of one machine; take it as an argument or from the project folder',
  },
  {
    where: code,
    what: new RegExp(
      `^export (async )?(abstract )?(const|let|function|class|type|enum|interface) \\w*${vague}\\b`,
      'm',
    ),
    instead: 'name it after what it does',
  },
  {
    where: /^src\//,
    except: /^src\/(app\/(config|process-terminal)|[\w-]+)\.ts$/,
    what: /\bprocess\s*\.\s*env\b/,
    instead: 'the environment is read once, in src/app/config.ts; take the value as an argument',
  },
  {
    where: /^src\/(core|features)\//,
    what: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.randomUUID\(|\bset(Timeout|Interval)\(|\bfetch\(/,
    instead: 'core and features know no clock, no chance and no network; take time and ids as arguments',
  },
];

/** Whatever the rules have against the files, as "file:line: what, instead". */
export const fileProblems = (files: readonly ProjectFile[]): readonly string[] =>
  files.flatMap((file) => [...banned(file), ...tooLong(file), ...vaguelyNamed(file)]);

const banned = ({ path, text }: ProjectFile): readonly string[] =>
  bans.flatMap(({ where, except, what, instead }) => {
    const hit = where.test(path) && !except?.test(path) ? what.exec(text) : null;
    if (!hit) return [];
    const line = text.slice(0, hit.index).split('\n').length;
    return [`${path}:${line}: "${hit[0].trim()}": ${instead}`];
  });

function tooLong({ path, text }: ProjectFile): readonly string[] {
  const lines = text.trimEnd().split('\n').length;
  return /^src\/.*\.tsx?$/.test(path) && lines > longestFile
    ? [`${path} has ${lines} lines: split it by ideas, at most ${longestFile}`]
    : [];
}

const vaguelyNamed = ({ path }: ProjectFile): readonly string[] =>
  new RegExp(`(^|[/-])${vague}([-./]|$)`, 'i').test(path)
    ? [`${path}: name the file after its one idea`]
    : [];
