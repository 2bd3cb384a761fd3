import * as v from 'valibot';

/** A script pack has a dozen; nobody writes more. */
const MOST_LEVELS = 100;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * False for JSON whose arrays and objects lie so deep in each other that walking through them would
 * use up the stack. Check it before the text is parsed; it may be no JSON at all.
 */
function isShallow(text: string): boolean {
  let levels = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfString(text, at);
    else if (sign === OPENING_BRACKET || sign === OPENING_BRACE) levels += 1;
    else if (sign === CLOSING_BRACKET || sign === CLOSING_BRACE) levels -= 1;
    if (levels > MOST_LEVELS) return false;
  }
  return true;
}

/** `JSON.parse` of what somebody else wrote. Throws a SyntaxError for what is too deep as well. */
export function parseJson(text: string): unknown {
  if (!isShallow(text)) throw new SyntaxError(`JSON of more than ${MOST_LEVELS} levels`);
  const json: unknown = JSON.parse(text);
  return json;
}

/** The same in a schema: what is too deep is an issue. */
export const jsonText = v.pipe(v.string(), v.check(isShallow, 'too deep'), v.parseJson());

/** The place of the quotation mark that ends the string. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === BACKSLASH) at += 1;
    else if (sign === QUOTE) return at;
  }
  return text.length;
}
