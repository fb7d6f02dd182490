import { demoDirectory } from '../../test/support/directory-builder.ts';

const officer = (await demoDirectory()).persons.find(({ id }) => id === 'itb-61')?.teamsId;

/** What the IT-Beauftragte of Amt 61 sends in the personal chat; it is answered in the response. */
export const activity = (id: string, more: object): object => ({
  id,
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:9',
  from: { id: '29:itb-61', aadObjectId: officer },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:itb-61', conversationType: 'personal' },
  deliveryMode: 'expectReplies',
  ...more,
});

/** The press of a button. */
export const pressed = (verb: string, data: object): object => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data } },
});
