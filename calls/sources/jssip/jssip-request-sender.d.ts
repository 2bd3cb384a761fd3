declare module 'jssip/lib/RequestSender' {
  import type { UA } from 'jssip';
  import type { IncomingResponse } from 'jssip/lib/SIPMessage';

  interface RequestHandlers {
    readonly onRequestTimeout: () => void;
    readonly onTransportError: () => void;
    readonly onReceiveResponse: (response: IncomingResponse) => void;
  }

  /** Sends a request outside of the sessions, and answers a challenge to it. */
  export default class RequestSender {
    constructor(ua: UA, request: unknown, handlers: RequestHandlers);
    send(): void;
  }
}
