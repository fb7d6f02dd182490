import type { IncomingMessage } from 'node:http';
import type { SentFile } from '../../core/files/sent.ts';
import type { Form } from '../../core/ports/pages.ts';
import { type BadBody, bad, cutOff, readBeginning } from './read-body.ts';
import { formLimit, formOf, mostFields } from './read-form.ts';

/*
 * A form with a file, as browsers send it without JavaScript. Node itself reads it: its reader of `multipart/form-data` is
 * that of `fetch`, kept by those who keep Node, so there is no package for it.
 */

export const bringsFiles = ({ headers }: IncomingMessage): boolean =>
  /^multipart\/form-data\s*(;|$)/i.test(headers['content-type'] ?? '');

export type Upload = { readonly form: Form; readonly files: readonly SentFile[] };

/** @param room bytes of files that may come; with none the form is nobody's */
export async function readUpload(request: IncomingMessage, room: number): Promise<Upload | BadBody> {
  if (request.headers['content-encoding'] !== undefined)
    return bad(415, 'encoded', 'Send the body without content-encoding.');
  const read = await readBeginning(request, room + formLimit);
  if (read === 'cut-off') return cutOff;
  if (room === 0) return bad(415, 'no-files', 'No files are taken here.');
  const type = request.headers['content-type'] ?? '';
  const body = read.isWhole ? { bytes: read.bytes, lost: [] } : wholeParts(read.bytes, type);
  const entries = body && (await partsOf(body.bytes, type));
  if (!body || !entries) return bad(400, 'broken-form', 'The form cannot be read.');
  if (entries.length > mostFields) return bad(413, 'too-many-fields', 'The form has too many fields.');
  const words = entries.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const files = entries.flatMap(([, value]) => (typeof value === 'string' || isNone(value) ? [] : [value]));
  const [first, ...more] = await Promise.all(files.map(sentFile));
  const lost = [...more.map(({ name }) => name)].map((name): SentFile => ({ name, lost: 'too-many' }));
  return { form: formOf(words), files: [...(first ? [first] : []), ...lost, ...body.lost] };
}

/** A field that was left empty is sent as a file without a name. */
const isNone = ({ name, size }: File): boolean => name === '' && size === 0;

const sentFile = async (file: File): Promise<SentFile> => ({
  name: file.name,
  content: new Uint8Array(await file.arrayBuffer()),
});

async function partsOf(bytes: Buffer, type: string): Promise<[string, string | File][] | undefined> {
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    return [...form];
  } catch {
    return undefined;
  }
}

/**
 * Of a form that is too long what came whole: fields stand before their file, so what was typed is not lost with it. What
 * was cut is named as a file that is too large.
 */
function wholeParts(bytes: Buffer, type: string): { bytes: Buffer; lost: readonly SentFile[] } | undefined {
  const said = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(type);
  const boundary = said?.[1] ?? said?.[2];
  if (boundary === undefined) return undefined;
  const mark = Buffer.from(`--${boundary}\r\n`);
  const last = bytes.lastIndexOf(mark);
  if (last < 0) return undefined;
  const head = bytes.subarray(last, last + 2000).toString('utf8');
  const name = /\bfilename="([^"\r\n]*)"/i.exec(head)?.[1] ?? '';
  return {
    bytes: Buffer.concat([bytes.subarray(0, last), Buffer.from(`--${boundary}--\r\n`)]),
    lost: [{ name, lost: 'too-large' }],
  };
}
