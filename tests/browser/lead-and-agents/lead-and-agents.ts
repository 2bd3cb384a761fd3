import type { LeadWorkstation } from '../../helpers/lead-workstation.ts';
import type { TeamAgent } from '../../helpers/team-panel.ts';
import type { TeamServer } from '../../helpers/team-server.ts';

/** One team's server and browsers, opened before the first test of the file. */
export interface LeadAndAgents {
  readonly server: () => TeamServer;
  /** The folder of the extension that reaches the server. */
  readonly extension: () => string;
  readonly lead: () => LeadWorkstation;
  /** 0283 小林 */
  readonly agent: () => TeamAgent;
  /** 0284 小周 */
  readonly other: () => TeamAgent;
}
