import { useMutation } from '@tanstack/react-query';
import { chain } from '../../data/queries.js';
import { saveText } from '../../lib/save.js';
import { Icon } from '../../ui/icon.js';
import { Failure } from '../../ui/status.js';

/** Saves a receipt with its proof as one file, checked against the chain as it is written. */
export function SaveReceipt({ document }: { document: unknown }) {
  const saving = useMutation({
    mutationFn: async () => {
      const { name, text } = await (await chain()).receiptFile(document);
      saveText(name, 'application/json', text);
    },
  });
  return (
    <>
      <button
        type="button"
        className="button compact quiet"
        disabled={saving.isPending}
        onClick={() => saving.mutate()}
      >
        <Icon name="file" size={13} /> Save with its proof
      </button>
      {saving.isError && <Failure error={saving.error} />}
    </>
  );
}
