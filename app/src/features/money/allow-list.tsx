import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { chain } from '../../data/queries.js';
import { addressesIn } from '../../lib/addresses.js';
import { listProblem } from '../../lib/approvers.js';
import { saveText } from '../../lib/save.js';
import { counted, shortHash } from '../../lib/text.js';
import { CopyButton } from '../../ui/address.js';
import { Drop } from '../../ui/drop.js';
import { Icon } from '../../ui/icon.js';
import { Failure } from '../../ui/status.js';

async function save(agents: string[]): Promise<void> {
  const { allowListFile, allowRootFor } = await chain();
  const name = `agents-${allowRootFor(agents).slice(0, 12)}.json`;
  saveText(name, 'application/json', allowListFile(agents));
}

/** Saves a list that was pasted, with its root and the proof of each agent. */
export function SaveList({ listed }: { listed: string }) {
  const { addresses } = addressesIn(listed);
  const usable = addresses.length > 0 && listProblem(listed, 0) === null;
  const saving = useMutation({ mutationFn: () => save(addresses) });
  if (!usable) return null;
  return (
    <div className="row">
      <button type="button" className="button compact" onClick={() => saving.mutate()}>
        <Icon name="file" /> Save the list of {counted(addresses.length, 'agent')}
      </button>
      {saving.isError && <Failure error={saving.error} />}
    </div>
  );
}

/** The agents that a mandate knows the root of: their list, where this browser has it. */
export function AllowList({ root }: { root: string }) {
  const client = useQueryClient();
  const list = useQuery({
    queryKey: ['allow-list', root],
    queryFn: async () => (await chain()).allowListOf(root),
  });
  const saving = useMutation({ mutationFn: (agents: string[]) => save(agents) });
  const taking = useMutation({
    mutationFn: async (file: File) => (await chain()).takeAllowList(await file.text(), root),
    onSettled: () => client.invalidateQueries({ queryKey: ['allow-list', root] }),
  });
  return (
    <div className="stack-s">
      <span>
        those of the list with root{' '}
        <span className="address mono small" title={root}>
          {shortHash(root)} <CopyButton text={root} label={null} name="Copy root" />
        </span>
      </span>
      {list.data && (
        <span className="row">
          <span className="small soft">{counted(list.data.length, 'agent')}, kept in this browser</span>
          <button
            type="button"
            className="button compact"
            onClick={() => list.data && saving.mutate(list.data)}
          >
            <Icon name="file" /> Save it
          </button>
        </span>
      )}
      {list.data === null && (
        <Drop label="List of agents" accept=".json" onFile={(file) => taking.mutate(file)}>
          This browser has not the list. Drop its file here, to open channels and offer jobs.
        </Drop>
      )}
      {[list, saving, taking].map(
        ({ error }, at) => error !== null && <Failure key={String(at)} error={error} />,
      )}
    </div>
  );
}
