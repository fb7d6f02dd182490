import { Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { FilesBlock } from '../core/tab.ts';
import type { Kept } from './api.ts';
import type { Using } from './blocks.tsx';
import { saveFile } from './saved-file.ts';

/** Files of a case: each is saved with a click; several can be added at once, each with what became of it. */
export function Files({ block, words: w, files, onDone }: { readonly block: FilesBlock } & Using) {
  const [isBusy, setBusy] = useState(false);
  const [came, setCame] = useState<readonly Kept[]>([]);
  const id = useId();
  const { of, adding } = block;
  const busily = async (work: () => Promise<readonly Kept[]>) => {
    setBusy(true);
    setCame(await work().catch(() => [{ isKept: false, said: w.failed }]));
    setBusy(false);
  };
  const open = (file: string, name: string) =>
    busily(async () => {
      saveFile(name, (await files?.get(of, file)) ?? new Blob());
      return [];
    });
  const add = (chosen: readonly File[]) =>
    busily(async () => {
      const results: Kept[] = [];
      for (const file of chosen)
        results.push((await files?.add(of, file)) ?? { isKept: false, said: w.failed });
      if (results.some(({ isKept }) => isKept)) void onDone?.();
      return results;
    });
  return (
    <section>
      <h2>{block.title}</h2>
      {block.files.length === 0 && <p className="subtle">{block.empty}</p>}
      <ul className="files">
        {block.files.map((file) => (
          <li key={file.id}>
            <Button
              appearance="subtle"
              disabledFocusable={isBusy}
              aria-label={w.saveFile(file.name)}
              onClick={() => void open(file.id, file.name)}
            >
              {file.name}
            </Button>
            <span className="subtle">{file.about}</span>
          </li>
        ))}
      </ul>
      {adding && files && (
        <p>
          <label htmlFor={id}>{w.addFiles}</label>
          <input
            id={id}
            type="file"
            multiple
            accept="image/png,image/jpeg,application/pdf"
            disabled={isBusy}
            aria-describedby={`${id}-about`}
            onChange={({ currentTarget }) => {
              const chosen = [...(currentTarget.files ?? [])];
              currentTarget.value = '';
              void add(chosen);
            }}
          />
          <span id={`${id}-about`} className="subtle">
            {adding}
          </span>
        </p>
      )}
      <div aria-live="polite">
        {isBusy && <Spinner size="tiny" label={w.working} />}
        {came.map(({ isKept, said }) => (
          <MessageBar key={said} intent={isKept ? 'success' : 'warning'} layout="multiline">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        ))}
      </div>
    </section>
  );
}
