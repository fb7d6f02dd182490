import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import { type FileLimits, usualLimits } from '../core/files/sent.ts';

/** Where the data lies, who is believed about addresses, and what is told about the running program. */
export type Running = {
  /** `postgres://…`: the data lies in a database that several instances share. Absent: in the data folder. */
  readonly storeUrl?: string | undefined;
  /** Addresses and networks of our own proxies: only these say truly who asked them. Absent: this machine. */
  readonly trustedProxies?: string | undefined;
  /** Port of the figures for monitoring; absent: none. */
  readonly metricsPort?: number | undefined;
  /** File with the keys of those who may ask who is responsible; absent: nobody may. */
  readonly apiKeysFile?: string | undefined;
  /** Whether in groups one person is answered where only they see it; absent: as the mode has it. */
  readonly targetedMessages?: boolean | undefined;
  /** Whether long forms open in dialogs; absent: as the mode has it. */
  readonly dialogs?: boolean | undefined;
  /** What of files that people send is kept. */
  readonly fileLimits?: FileLimits | undefined;
  /** The package that speaks to Teams; absent: `botbuilder`. */
  readonly transport?: (typeof transports)[number] | undefined;
};

const transports = ['botbuilder', 'agents'] as const;

/** The variables of how the program runs. */
export const runVariables = {
  STORE_URL: z
    .string()
    .refine(
      (url) =>
        /^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? '') && (URL.parse(url)?.pathname.length ?? 0) > 1,
      'write the database as postgres://user:password@host:5432/name, special characters of the password as %40',
    )
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .refine(
      (list) => networks(list).every(isNetwork),
      'write addresses or networks separated by commas, e.g. 10.0.0.5, 10.1.0.0/16',
    )
    .optional(),
  METRICS_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'write a port number from 1 to 65535, e.g. 9464')
    .transform(Number)
    .refine((port) => port > 0 && port <= 65535, 'write a port number from 1 to 65535, e.g. 9464')
    .optional(),
  TARGETED_MESSAGES: z.enum(['on', 'off'], 'write on or off').optional(),
  DIALOGS: z.enum(['on', 'off'], 'write on or off').optional(),
  FILE_MAX_MB: z
    .string()
    .regex(/^\d{1,2}$/, 'write whole megabytes from 1 to 50, e.g. 10')
    .transform(Number)
    .refine((size) => size >= 1 && size <= 50, 'write whole megabytes from 1 to 50, e.g. 10')
    .optional(),
  FILES_PER_CASE: z
    .string()
    .regex(/^\d{1,2}$/, 'write a number from 1 to 50, e.g. 10')
    .transform(Number)
    .refine((count) => count >= 1 && count <= 50, 'write a number from 1 to 50, e.g. 10')
    .optional(),
  API_KEYS_FILE: z.string().min(1, 'name the file with the keys, e.g. /etc/lotse/api-keys.yaml').optional(),
  TEAMS_TRANSPORT: z.enum(transports, 'write botbuilder or agents (experimental)').optional(),
};

type Values = { readonly [K in keyof typeof runVariables]?: z.infer<(typeof runVariables)[K]> };

export const running = (values: Values): Running => ({
  storeUrl: values.STORE_URL,
  trustedProxies: values.TRUSTED_PROXIES,
  metricsPort: values.METRICS_PORT,
  apiKeysFile: values.API_KEYS_FILE,
  ...(values.TARGETED_MESSAGES ? { targetedMessages: values.TARGETED_MESSAGES === 'on' } : {}),
  ...(values.DIALOGS ? { dialogs: values.DIALOGS === 'on' } : {}),
  ...(values.FILE_MAX_MB === undefined && values.FILES_PER_CASE === undefined
    ? {}
    : {
        fileLimits: {
          bytes: values.FILE_MAX_MB === undefined ? usualLimits.bytes : values.FILE_MAX_MB * 1024 * 1024,
          perCase: values.FILES_PER_CASE ?? usualLimits.perCase,
        },
      }),
  transport: values.TEAMS_TRANSPORT,
});

/** Whether an address is that of a proxy. @param list addresses and networks, separated by commas */
export function proxiesOf(list = '127.0.0.1, ::1'): (address: string) => boolean {
  const known = new BlockList();
  for (const one of networks(list)) {
    const [address = '', bits] = one.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) known.addAddress(address, family);
    else known.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    const family = isIP(plain);
    return family !== 0 && known.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}

const networks = (list: string): readonly string[] =>
  list
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
}
