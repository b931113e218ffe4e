import {
  type ExportRequest,
  exportOutput,
  newTally,
  type Output,
  openExport,
  type Tally,
  type Writer,
} from '../export/index.js';
import { type CliContext, withStore } from './context.js';
import { servedExport } from './served-export.js';

export interface Wanted {
  readonly writer: Writer;
  readonly request: ExportRequest;
  readonly signal: AbortSignal;
  /** what counts the elements, where that is seen from here */
  readonly onTally?: (tally: Tally) => void;
}

/** Uses an export: from the service that holds the embedded database, or else from the database itself. */
export async function withExport<T>(
  context: CliContext,
  { writer, request, signal, onTally = () => {} }: Wanted,
  use: (output: Output) => Promise<T>,
): Promise<T> {
  const url = await context.serviceUrl();
  const served = url === undefined ? undefined : await servedExport(url, writer, request, signal);
  if (served) return use(served);
  return withStore(context, async (store) => {
    const tally = newTally();
    onTally(tally);
    return use(exportOutput(await openExport(store, writer, request, { signal, tally }), tally));
  });
}
