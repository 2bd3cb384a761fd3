/** What is used of saxen, which has no types. */
declare module 'saxen' {
  type Decode = (text: string) => string;

  export class Parser {
    on(event: 'openTag', handler: (name: string, attributes: () => object, decode: Decode) => void): this;
    on(event: 'closeTag', handler: (name: string) => void): this;
    on(event: 'text', handler: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', handler: (text: string) => void): this;
    on(event: 'error' | 'attention', handler: () => void): this;
    parse(xml: string): void;
    stop(): void;
  }
}
