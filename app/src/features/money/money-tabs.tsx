import { Link } from '@tanstack/react-router';

/** Pages about money that are there. */
export function MoneyTabs() {
  return (
    <nav className="tabs" aria-label="Money">
      <Link to="/mandates">Mandates</Link>
      <Link to="/stake">Stake</Link>
    </nav>
  );
}
