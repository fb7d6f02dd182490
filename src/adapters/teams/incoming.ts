import { z } from 'zod';

const short = z.string().max(1000);
const Account = z.looseObject({ id: short.nullish(), name: short.nullish(), aadObjectId: short.nullish() });

/**
 * The parts of a Bot Framework activity that Lotse reads. Everything may be missing or `null` on the wire;
 * what must be there is the gate's business.
 */
export const Incoming = z.looseObject({
  type: short.min(1),
  id: short.nullish(),
  name: short.nullish(),
  channelId: short.nullish(),
  serviceUrl: short.nullish(),
  deliveryMode: short.nullish(),
  timestamp: z.unknown().optional(),
  locale: short.nullish(),
  replyToId: short.nullish(),
  from: Account.nullish(),
  recipient: Account.nullish(),
  conversation: z
    .looseObject({
      id: short.nullish(),
      tenantId: short.nullish(),
      conversationType: short.nullish(),
      isGroup: z.boolean().nullish().catch(undefined),
    })
    .nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  action: short.nullish(),
  entities: z.array(z.unknown()).nullish(),
  attachments: z.array(z.unknown()).nullish(),
  membersAdded: z.array(Account).nullish(),
  membersRemoved: z.array(Account).nullish(),
  channelData: z
    .looseObject({
      eventType: short.nullish(),
      tenant: z.looseObject({ id: short.nullish() }).nullish(),
      team: z.looseObject({ id: short.nullish() }).nullish().catch(undefined),
    })
    .nullish(),
});

export type Incoming = z.infer<typeof Incoming>;

/** Whether the sender wants the replies in the HTTP response instead of as messages. */
export const expectsReplies = (activity: Incoming): boolean => activity.deliveryMode === 'expectReplies';
