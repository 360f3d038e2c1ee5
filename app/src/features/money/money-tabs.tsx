import { Link } from '@tanstack/react-router';

/** Pages about money that are there. */
export function MoneyTabs() {
  return (
    <nav className="tabs" aria-label="Money">
      <Link to="/mandates">Mandates</Link>
      <Link to="/channels">Channels</Link>
      <Link to="/jobs">Jobs</Link>
      <Link to="/locks">Locks</Link>
      <Link to="/pools">Pools</Link>
      <Link to="/payments">Payments</Link>
      <Link to="/credits">Credits</Link>
      <Link to="/stake">Stake</Link>
      <Link to="/disputes">Disputes</Link>
      <Link to="/arbiter">Arbiter</Link>
    </nav>
  );
}
