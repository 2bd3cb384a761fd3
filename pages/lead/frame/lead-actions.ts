import type { ActOnScripts } from '../scripts/scripts-view.ts';
import type { LeadRoute } from './lead-link.ts';
import type { LeadModel } from './lead-model.ts';
import type { ActOnLead } from './lead-view.ts';

interface LeadActionParts {
  readonly model: LeadModel;
  readonly scripts: ActOnScripts;
  readonly route: () => LeadRoute;
  readonly openOptions: () => void;
}

/** Hands each action to the model of its page. */
export function leadActions({ model, scripts, route, openOptions }: LeadActionParts): ActOnLead {
  return (request) => {
    switch (request.on) {
      case 'scripts':
        scripts(request.action);
        break;
      case 'publish':
        void model.publish.act(request.action);
        break;
      case 'presence':
        void model.presence.act(request.action);
        break;
      case 'reports':
        model.reports.act(request.action);
        break;
      case 'lists':
        void model.lists.act(request.action);
        break;
      case 'customers':
        void model.customers.act(request.action);
        break;
      case 'members':
        void model.members.act(request.action);
        break;
      case 'phones':
        void model.phones.act(request.action);
        break;
      case 'webhooks':
        void model.webhooks.act(request.action);
        break;
      case 'review':
        void model.review.act(request.action);
        break;
      case 'exports':
        void model.exports.act(request.action);
        break;
      case 'audit':
        void model.audit.act(request.action);
        break;
      case 'organisation':
        void model.organisation.act(request.action);
        break;
      case 'lead':
        if (request.action === 'retry') void model.open(route());
        else openOptions();
        break;
      default:
        request satisfies never;
    }
  };
}
