import { filesCollection } from '../../case/files.ts';
import type { Holding } from '../../case/holding.ts';
import { waitingMinutes } from './desk.ts';

const sent = { de: 'hat eine Datei geschickt', en: 'sent a file' };

export const fileHoldings: readonly Holding[] = [
  {
    collection: filesCollection,
    noun: { de: 'Geschickte Datei', en: 'File that was sent' },
    people: [
      { at: '', id: 'by', erased: 'gone', as: sent },
      { at: 'note', id: 'by', names: ['byName'], shown: ['name', 'type', 'at'], erased: 'gone', as: sent },
    ],
    kept: {
      de: `${waitingMinutes} Minuten, solange sie zu keinem Vorgang gehört; dann nur noch, zu welchem sie gehört, bis sie mit ihm geht.`,
      en: `${waitingMinutes} minutes, as long as it belongs to no case; after that only to which one, until it goes with it.`,
    },
    onErase: 'remove',
  },
];
