/** Only what the bench calls: types are checked where benchmarks are not installed, too. */
declare module 'sip.js/lib/core/messages/parser.js' {
  export const Parser: {
    parseMessage(data: string, logger: { warn(): void; error(): void }): object | undefined;
  };
}
