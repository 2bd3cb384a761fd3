import type { Migration } from 'kysely/migration';
import * as core from './migrations/0001-core.ts';
import * as publishing from './migrations/0002-publishing.ts';
import * as workOrderRoles from './migrations/0003-work-order-roles.ts';
import * as receiptKey from './migrations/0004-receipt-key.ts';
import * as typedText from './migrations/0005-typed-text.ts';
import * as deviceOfToken from './migrations/0006-device-of-token.ts';
import * as neededVersions from './migrations/0007-needed-versions.ts';
import * as enrolment from './migrations/0015-enrolment.ts';
import * as teamLife from './migrations/0020-team-life.ts';
import * as lockAfterMinutes from './migrations/0030-lock-after-minutes.ts';
import * as numberKey from './migrations/0035-number-key.ts';
import * as orderNumbers from './migrations/0045-order-numbers.ts';
import * as draftAuthors from './migrations/0055-draft-authors.ts';
import * as accessTokens from './migrations/0080-access-tokens.ts';
import * as webhooks from './migrations/0081-webhooks.ts';
import * as deviceSetUp from './migrations/0090-device-set-up.ts';
import * as callsLeft from './migrations/0091-calls-left.ts';
import * as teamClocks from './migrations/0092-team-clocks.ts';
import * as deliveryPages from './migrations/0093-delivery-pages.ts';
import * as customers from './migrations/0095-customers.ts';

/** Applied in the order of their names. A released migration is never edited. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-core': core,
  '0002-publishing': publishing,
  '0003-work-order-roles': workOrderRoles,
  '0004-receipt-key': receiptKey,
  '0005-typed-text': typedText,
  '0006-device-of-token': deviceOfToken,
  '0007-needed-versions': neededVersions,
  '0015-enrolment': enrolment,
  '0020-team-life': teamLife,
  '0030-lock-after-minutes': lockAfterMinutes,
  '0035-number-key': numberKey,
  '0045-order-numbers': orderNumbers,
  '0055-draft-authors': draftAuthors,
  '0080-access-tokens': accessTokens,
  '0081-webhooks': webhooks,
  '0090-device-set-up': deviceSetUp,
  '0091-calls-left': callsLeft,
  '0092-team-clocks': teamClocks,
  '0093-delivery-pages': deliveryPages,
  '0095-customers': customers,
};
