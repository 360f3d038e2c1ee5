import { ActivityList } from './activity-list.js';

/** Everything that happens in the protocol, live. */
export function ActivityPage() {
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Activity</h1>
          <p>Registrations, payments and settlements as they land on the chain.</p>
        </div>
      </div>
      <ActivityList address={null} />
    </>
  );
}
