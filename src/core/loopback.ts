const loopback = /^(127(\.\d{1,3}){3}|localhost|::1|\[::1\])$/i;

/** Whether a host name or an address means this machine. */
export const isLoopback = (host: string): boolean => loopback.test(host.replace(/^::ffff:/i, ''));

/** The name in a `Host` header, without the port; empty when there is none. */
export const nameInHost = (header = ''): string => header.replace(/:\d{1,5}$/, '');
