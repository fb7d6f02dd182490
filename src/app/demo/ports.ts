import { takenPorts } from '../../adapters/playground/ports.ts';
import { type DemoSettings, pagePort } from './settings.ts';

/** @throws Error naming every port that is taken, and how to choose others */
export async function requireFreePorts({ config, firstPort, ids }: DemoSettings): Promise<void> {
  const owners = [...ids.map((id) => `die Seite von „${id}“`), 'die Seite mit den E-Mails'];
  const pages = owners.map((_, index) => pagePort(firstPort, index));
  const [bot, page] = await Promise.all([takenPorts([config.port]), takenPorts(pages)]);
  const problems = [
    ...bot.map((port) => `Port ${port} ist belegt: der Bot braucht ihn. Anderer Port: PORT=${port + 1}`),
    ...page.map((port) => `Port ${port} ist belegt: ${owners[pages.indexOf(port)]} braucht ihn.`),
    ...(page.length > 0 ? [`Andere Ports für die Seiten: DEMO_PORT=${firstPort + 100} npm run demo`] : []),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
