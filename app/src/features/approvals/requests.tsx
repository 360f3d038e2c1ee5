import { useQuery } from '@tanstack/react-query';
import { mandateApprovalsQuery } from '../../data/approval-queries.js';
import type { MandateView } from '../../data/views.js';
import { ApprovalTable } from './approval-table.js';

/** Requests under a mandate that are open, or those about one thing of it. */
export function Requests({ mandate, about }: { mandate: MandateView; about?: string }) {
  const query = useQuery(mandateApprovalsQuery(mandate.address, mandate.approvers.length > 0));
  const found = (query.data ?? []).filter(({ keys }) => about === undefined || keys.includes(about));
  if (found.length === 0) return null;
  return (
    <section className="stack">
      <h2>Asked of the approvers</h2>
      <ApprovalTable views={found} label="Asked of the approvers" />
    </section>
  );
}
