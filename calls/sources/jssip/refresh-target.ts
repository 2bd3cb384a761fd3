import type { RTCSession } from 'jssip/lib/RTCSession';
import { internalsOf } from './jssip-types.ts';

/** What is used of a message of JsSIP. */
interface Message {
  hasHeader(name: string): boolean;
  parseHeader(name: string): unknown;
}

/**
 * A 2xx to INVITE or UPDATE names the address for all that follows, the ACK included (RFC 3261
 * §12.2.1.2), and so does an UPDATE that is accepted (RFC 3311 §5.2). JsSIP keeps that of the first
 * provisional answer or of the first 2xx, and reads that of a re-INVITE alone.
 */
export function refreshTarget(session: RTCSession): void {
  const create: unknown = Reflect.get(session, '_createDialog');
  if (typeof create !== 'function') throw new Error('JsSIP has changed inside: _createDialog');
  Reflect.set(session, '_createDialog', (message: Message, type: string, early?: boolean) => {
    const isCreated: unknown = Reflect.apply(create, session, [message, type, early]);
    if (isCreated === true && type === 'UAC' && early !== true) setTarget(session, message);
    return isCreated;
  });
  session.on('update', ({ request }) => {
    const reply: unknown = Reflect.get(request, 'reply');
    if (typeof reply !== 'function') throw new Error('JsSIP has changed inside: reply');
    Reflect.set(request, 'reply', (status: number, ...more: unknown[]) => {
      if (status >= 200 && status < 300) setTarget(session, request);
      Reflect.apply(reply, request, [status, ...more]);
    });
  });
  const inside = internalsOf(session);
  const send = inside.sendRequest.bind(session);
  inside.sendRequest = (method, options) => {
    const onSuccess = options?.eventHandlers?.['onSuccessResponse'];
    if (typeof onSuccess !== 'function' || !['INVITE', 'UPDATE'].includes(method)) {
      return send(method, options);
    }
    const onSuccessResponse = (response: Message) => {
      setTarget(session, response);
      Reflect.apply(onSuccess, undefined, [response]);
    };
    return send(method, { ...options, eventHandlers: { ...options?.eventHandlers, onSuccessResponse } });
  };
}

function setTarget(session: RTCSession, message: Message): void {
  const dialog: unknown = Reflect.get(session, '_dialog');
  if (typeof dialog !== 'object' || dialog === null || !('_remote_target' in dialog)) return;
  const contact = message.hasHeader('contact') ? message.parseHeader('contact') : undefined;
  if (typeof contact === 'object' && contact !== null && 'uri' in contact)
    dialog._remote_target = contact.uri;
}
