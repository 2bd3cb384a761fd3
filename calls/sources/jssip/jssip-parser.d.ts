/** Left out of the types of JsSIP. */
declare module 'jssip/lib/Parser' {
  import type { UA } from 'jssip/lib/UA';

  /** The message; undefined for one that the grammar does not read. */
  export function parseMessage(message: string, ua: UA): object | undefined;
}

declare module 'jssip/lib/RequestSender' {
  class RequestSender {}
  export = RequestSender;
}
