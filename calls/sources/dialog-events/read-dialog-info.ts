import type { RemoteParty } from '../../remote-party.ts';
import { partyAt } from '../sip-front/remote-identity.ts';
import { childOf, childrenOf, readXml, type XmlElement } from './read-xml.ts';

const STATES = ['trying', 'proceeding', 'early', 'confirmed', 'terminated'] as const;
type DialogState = (typeof STATES)[number];

/** Why a dialog ended (RFC 4235 §3.7.1). */
const EVENTS = ['cancelled', 'rejected', 'replaced', 'local-bye', 'remote-bye', 'error', 'timeout'] as const;
type DialogEnd = (typeof EVENTS)[number];

/** One dialog of the watched phone (RFC 4235 §4.1). */
export interface ReportedDialog {
  readonly id: string;
  /** Null where the phone system only shows that the line is in use. */
  readonly callId: string | null;
  /** `initiator`: the watched phone dialled. */
  readonly direction: 'initiator' | 'recipient' | null;
  readonly state: DialogState;
  readonly end: DialogEnd | null;
  /** SIP status of the end. */
  readonly code: number | null;
  readonly remoteParty: RemoteParty | null;
  /** How long it has existed, ms. */
  readonly durationMs: number | null;
  readonly held: { readonly local: boolean; readonly remote: boolean };
}

export interface DialogInfo {
  readonly version: number;
  readonly isFull: boolean;
  readonly dialogs: readonly ReportedDialog[];
}

const MOST_DIALOGS = 100;
const LONGEST_ID = 512;
const ONE_DAY_S = 86_400;

/** A document of RFC 4235; null if it is none. A dialog that cannot be read is left out. */
export function readDialogInfo(text: string): DialogInfo | null {
  const root = readXml(text);
  if (root === null || root.name !== 'dialog-info') return null;
  const version = wholeNumber(root.attributes.get('version'), 2 ** 32 - 1);
  const state = oneOf(['full', 'partial'] as const, root.attributes.get('state'));
  if (version === null || state === null) return null;
  const dialogs = childrenOf(root, 'dialog').slice(0, MOST_DIALOGS).flatMap(readDialog);
  return { version, isFull: state === 'full', dialogs };
}

function readDialog(element: XmlElement): readonly ReportedDialog[] {
  const { attributes } = element;
  const id = attributes.get('id') ?? '';
  const stateElement = childOf(element, 'state');
  const state = oneOf(STATES, stateElement?.text);
  if (id === '' || id.length > LONGEST_ID || state === null) return [];
  const [local, remote] = [childOf(element, 'local'), childOf(element, 'remote')];
  const durationS = wholeNumber(childOf(element, 'duration')?.text, ONE_DAY_S);
  return [
    {
      ...{ id, state },
      callId: attributes.get('call-id')?.slice(0, LONGEST_ID) || null,
      direction: oneOf(['initiator', 'recipient'] as const, attributes.get('direction')),
      end: oneOf(EVENTS, stateElement?.attributes.get('event')),
      code: sipStatus(stateElement?.attributes.get('code')),
      remoteParty: remoteParty(remote),
      durationMs: durationS === null ? null : durationS * 1000,
      held: { local: isSilent(local), remote: isSilent(remote) },
    },
  ];
}

/** RFC 4235 §4.1.6.1; a target says it where the identity is missing. */
function remoteParty(remote: XmlElement | undefined): RemoteParty | null {
  const identity = childOf(remote, 'identity');
  const uri = identity?.text.trim() || childOf(remote, 'target')?.attributes.get('uri')?.trim() || '';
  if (uri === '') return null;
  const display = identity?.attributes.get('display')?.trim() ?? '';
  return partyAt({ displayName: display === '' ? null : display, uri });
}

/** This side renders nothing: it holds (RFC 4235 §4.1.6.2, RFC 3840 `+sip.rendering`). */
function isSilent(side: XmlElement | undefined): boolean {
  return childrenOf(childOf(side, 'target'), 'param').some(({ attributes }) => {
    const name = (attributes.get('pname') ?? '').toLowerCase();
    return name === '+sip.rendering' && (attributes.get('pval') ?? '').toLowerCase() === 'no';
  });
}

function oneOf<T extends string>(words: readonly T[], text: string | undefined): T | null {
  const word = text?.trim().toLowerCase();
  return words.find((one) => one === word) ?? null;
}

function wholeNumber(text: string | undefined, most: number): number | null {
  if (!/^\s*\d{1,12}\s*$/.test(text ?? '')) return null;
  const number = Number(text);
  return number <= most ? number : null;
}

function sipStatus(text: string | undefined): number | null {
  const status = wholeNumber(text, 699);
  return status !== null && status >= 100 ? status : null;
}
