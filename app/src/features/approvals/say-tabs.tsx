import { Link } from '@tanstack/react-router';

/** Pages about what a wallet is asked, and what it has consented to. */
export function SayTabs() {
  return (
    <nav className="tabs" aria-label="Approvals and consents">
      <Link to="/approvals" activeOptions={{ includeSearch: false }}>
        Approvals
      </Link>
      <Link to="/consents">Consents</Link>
    </nav>
  );
}
