import type { RfcMessage } from './rfc-message.ts';
import { RFC4475_INVALID } from './rfc4475-invalid.ts';
import { RFC4475_LAYERS } from './rfc4475-layers.ts';
import { RFC4475_VALID } from './rfc4475-valid.ts';
import { RFC5118 } from './rfc5118.ts';

export const RFC_MESSAGES: readonly RfcMessage[] = [
  ...RFC4475_VALID,
  ...RFC4475_INVALID,
  ...RFC4475_LAYERS,
  ...RFC5118,
];
