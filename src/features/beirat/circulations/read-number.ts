import { orderIn } from '../../../core/order.ts';
export function readNumber(letter: string, text: string) {
  const order = orderIn(text);
  return order?.letter === letter ? { id: order.id, rest: order.words } : undefined;
}
