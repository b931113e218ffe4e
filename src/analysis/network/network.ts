import { type CheckedOptions, type CheckedWindow, checkOptions, checkWindow } from './check-options.js';
import { dnaKernelEdges, dnaKernelSlices } from './dna-kernel.js';
import type { NetworkOptions, WindowOptions } from './network-options.js';
import type { NetworkRows } from './network-rows.js';
import { rankedRows } from './ranked-rows.js';
import { type Network, sliceNetwork } from './slice-network.js';
import { timeSlices, wholeSlice } from './time-slices.js';

/**
 * The network of all rows that the options select (networks.md). Where they select nothing it has no edges. The order
 * of the rows does not matter: the same rows give the same bytes.
 *
 * @throws DemarcheError BAD_USER_INPUT for options that do not go together
 */
export function network(rows: NetworkRows, options: NetworkOptions): Network {
  const checked = checkOptions(options, rows.levels);
  const ranked = rankedRows(rows, checked);
  return sliceNetwork(ranked, wholeSlice(ranked), checked);
}

/**
 * The networks of a window that slides over the range, computed one after the other as they are asked for. Duplicates
 * are dropped before: a window lacks what an earlier one had.
 *
 * @throws DemarcheError BAD_USER_INPUT for options that do not go together
 */
export function networkWindows(
  rows: NetworkRows,
  options: NetworkOptions,
  window: WindowOptions,
): Generator<Network> {
  const checked = checkWindow(checkOptions(options, rows.levels), window);
  return windows(rows, checked);
}

function* windows(
  rows: NetworkRows,
  { options, window }: { readonly options: CheckedOptions; readonly window: CheckedWindow },
): Generator<Network> {
  const ranked = rankedRows(rows, options);
  if (options.mode === 'DNA' && window.kernel !== 'NONE') {
    const edges = dnaKernelEdges(ranked, options);
    const everyRow = wholeSlice(ranked).places;
    for (const slice of dnaKernelSlices(ranked, options, window)) {
      yield sliceNetwork(ranked, slice, options, everyRow, edges);
    }
    return;
  }
  for (const slice of timeSlices(ranked, options, window)) yield sliceNetwork(ranked, slice, options);
}
