import { Parser } from 'saxen';

export interface XmlElement {
  /** Without its prefix: each document here has one vocabulary, under any prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const LONGEST = 262_144;
const MOST_ELEMENTS = 5_000;
const DEEPEST = 20;

/**
 * The root element of a document; null where it is not well-formed, larger than any phone system
 * needs, or declares a type (`<!DOCTYPE`), which may name files and entities.
 */
export function readXml(text: string): XmlElement | null {
  if (text.length > LONGEST) return null;
  const open: OpenElement[] = [];
  const roots: XmlElement[] = [];
  let elements = 0;
  let failed = false;
  const parser = new Parser();
  const fail = () => {
    failed = true;
    parser.stop();
  };
  parser.on('error', fail);
  parser.on('attention', fail);
  parser.on('openTag', (name, attributes, decode) => {
    elements += 1;
    const element = {
      name: localName(name),
      attributes: readAttributes(attributes(), decode),
      children: [],
      text: '',
    };
    (open.at(-1)?.children ?? roots).push(element);
    open.push(element);
    if (elements > MOST_ELEMENTS || open.length > DEEPEST) fail();
  });
  parser.on('closeTag', () => open.pop());
  const append = (text: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', (text, decode) => append(decode(text)));
  parser.on('cdata', append);
  parser.parse(text);
  const [root, second] = roots;
  return failed || root === undefined || second !== undefined || open.length > 0 ? null : root;
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

function readAttributes(raw: object, decode: (text: string) => string): ReadonlyMap<string, string> {
  return new Map(Object.entries(raw).map(([name, value]) => [localName(name), decode(String(value))]));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
