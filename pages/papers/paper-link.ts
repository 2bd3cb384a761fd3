import * as v from 'valibot';
import { daySchema } from '../../contract/pack/calendar-day.ts';
import { SPAN_KINDS, type SpanKind } from '../../rules/figures/figure-span.ts';
import { ORDER_PAPERS, type OrderPaper, SPAN_PAPERS, type SpanPaper } from './paper.ts';

/** Which paper: what follows `#` in the address. */
export type PaperLink =
  | { readonly of: 'order'; readonly paper: OrderPaper; readonly order: string }
  /** `day`: any day of the span, `YYYY-MM-DD`. */
  | { readonly of: 'span'; readonly paper: SpanPaper; readonly span: SpanKind; readonly day: string };

/** From the root of the extension. */
export function paperAddress(link: PaperLink): `paper.html#${string}` {
  const rest = link.of === 'order' ? encodeURIComponent(link.order) : `${link.span}/${link.day}`;
  return `paper.html#${link.paper}/${rest}`;
}

/** Null for an address that names no paper. */
export function readPaperLink(hash: string): PaperLink | null {
  const [name, first = '', second = ''] = hash.replace(/^#/, '').split('/');
  const ofOrder = ORDER_PAPERS.find((one) => one === name);
  if (ofOrder !== undefined) {
    const order = decoded(first);
    return order === '' ? null : { of: 'order', paper: ofOrder, order };
  }
  const ofSpan = SPAN_PAPERS.find((one) => one === name);
  const span = SPAN_KINDS.find((one) => one === first);
  if (ofSpan === undefined || span === undefined || !v.is(daySchema, second)) return null;
  return { of: 'span', paper: ofSpan, span, day: second };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
