import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { wholeNumber } from '../../calls/vocabulary/whole-number.ts';
import { adapterRuleSchema, pathSchema, shortSchema } from './adapter-rule.ts';
import { idSchema } from './id.ts';

/** `tccc`, `cti.Event`: a global variable of the page, or something in it. */
const globalSchema = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*){0,4}$/, 'form global-name'),
);
const nameSchema = v.pipe(shortSchema, v.minLength(1));
const selectorSchema = v.pipe(boundedText(300), v.minLength(1));
const rules = v.pipe(v.array(adapterRuleSchema), v.minLength(1), v.maxLength(60));
const namesSchema = v.pipe(v.array(nameSchema), v.minLength(1), v.maxLength(40));

/** Where a page shows its calls. Every kind gives messages, and the rules read them alike. */
const adapterInputSchema = v.variant('kind', [
  /** JSON that passes: frames of sockets, `postMessage`, answers to fetch and XMLHttpRequest. */
  v.strictObject({
    kind: v.literal('message'),
    via: v.pipe(
      v.array(v.picklist(['web-socket', 'post-message', 'response'])),
      v.minLength(1),
      v.maxLength(3),
    ),
    /** Part of the address of the socket, the request, or the origin that posted. */
    address: v.exactOptional(nameSchema),
    /** Where an answer lists several events. */
    each: v.exactOptional(pathSchema),
    rules,
  }),
  /**
   * `global.on(name, callback)`. Messages are `{ event, args }`. Without `events` the method gets
   * the callback alone, as in `connect.contact(callback)`; `subscribe` names methods of its first
   * argument that get a callback too.
   */
  v.strictObject({
    kind: v.literal('global-event'),
    global: globalSchema,
    method: v.optional(nameSchema, 'on'),
    events: v.exactOptional(namesSchema),
    subscribe: v.exactOptional(namesSchema),
    rules,
  }),
  /** `new Global({ onRing() {} })`. Messages are `{ event, args }`. */
  v.strictObject({
    kind: v.literal('constructor'),
    global: globalSchema,
    /** Which argument has the callbacks. */
    argument: v.optional(wholeNumber(0, 9), 0),
    callbacks: namesSchema,
    rules,
  }),
  /** An event on an element. Messages are `{ event, detail, text, attributes }`. */
  v.strictObject({
    kind: v.literal('dom-event'),
    selector: selectorSchema,
    events: namesSchema,
    rules,
  }),
  /** Texts and attributes of elements; a message whenever one of them changes. */
  v.strictObject({
    kind: v.literal('dom'),
    read: v.pipe(
      v.record(
        v.pipe(v.string(), v.maxLength(40), v.regex(/^[a-z][A-Za-z0-9]*$/, 'form id')),
        v.strictObject({ selector: selectorSchema, attribute: v.exactOptional(nameSchema) }),
      ),
      v.check((fields) => Object.keys(fields).length <= 20, 'form id'),
    ),
    rules,
  }),
  /** Messages are `{ title }`. */
  v.strictObject({ kind: v.literal('title'), rules }),
  /** Notifications that the page shows. Messages are `{ title, body, tag }`. */
  v.strictObject({ kind: v.literal('notification'), rules }),
]);

/** How a product in a web page shows its calls: data only. */
export const adapterSchema = v.strictObject({
  id: idSchema,
  name: v.pipe(boundedText(100), v.minLength(1)),
  /** The public documentation that it follows. */
  documentation: v.exactOptional(boundedText(300)),
  inputs: v.pipe(v.array(adapterInputSchema), v.minLength(1), v.maxLength(20)),
});

export type Adapter = v.InferOutput<typeof adapterSchema>;
export type AdapterInput = v.InferOutput<typeof adapterInputSchema>;
