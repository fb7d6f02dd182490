import { createRequire } from 'node:module';

/**
 * The program file of the Microsoft 365 Agents Playground, or `undefined` where it is not installed.
 * @param from file whose `node_modules` are searched
 */
export function findPlayground(from: string = import.meta.url): string | undefined {
  try {
    return createRequire(from).resolve('@microsoft/m365agentsplayground/cli.js');
  } catch {
    return undefined;
  }
}
