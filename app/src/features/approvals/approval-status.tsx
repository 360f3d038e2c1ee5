import { type ApprovalView, approvalState, signedBy } from '../../data/approval-views.js';
import { Badge } from '../../ui/status.js';

/** Where a request stands, in words. */
export function ApprovalStatus({ view, now }: { view: ApprovalView; now: number }) {
  switch (approvalState(view, now)) {
    case 'void':
      return <Badge tone="risk">{view.matches ? 'Void: nothing can use it' : 'Does not match'}</Badge>;
    case 'late':
      return <Badge tone="risk">Too late</Badge>;
    case 'enough':
      return <Badge tone="settled">Approved</Badge>;
    default:
      return (
        <Badge tone="human">
          {signedBy(view)} of {view.threshold} signed
        </Badge>
      );
  }
}
