import { createInterface } from 'node:readline/promises';

/**
 * Asks a yes-or-no question in the terminal. Only "j", "ja", "y" and "yes" mean yes.
 * @returns undefined when nobody is there to answer
 */
export async function confirm(question: string): Promise<boolean | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  const answer = await Promise.race([terminal.question(`${question} [j/N] `), ended]);
  terminal.close();
  return /^\s*(j|ja|y|yes)\s*$/i.test(answer);
}
