import { exportPath } from './address.js';
import { WRITERS, writersOf } from './writers/index.js';

/** A format as the service lists it. */
export interface ExportFormat {
  readonly format: string;
  readonly title: string;
  /** of a download */
  readonly extension: string;
  readonly mediaType: string;
  readonly hasTables: boolean;
  readonly hasNetworks: boolean;
  /** where the service has the whole graph in it; `null` where it holds networks only */
  readonly url: string | null;
}

export function exportFormats(): ExportFormat[] {
  return WRITERS.map((writer) => ({
    format: writer.format,
    title: writer.title,
    extension: writer.extension,
    mediaType: writer.mediaType,
    hasTables: writersOf('statements').includes(writer),
    hasNetworks: writersOf('network').includes(writer),
    url: writersOf('graph').includes(writer) ? exportPath(writer.format, { what: 'graph' }) : null,
  }));
}
