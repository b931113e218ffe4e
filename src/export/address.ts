import { exportQuery } from './query-string.js';
import type { ExportRequest } from './request.js';
import { refuseUnable, writerOf } from './writers/index.js';

/**
 * Where a service has an export, without its own address.
 * @throws DemarcheError NOT_FOUND or BAD_USER_INPUT where the format is none or cannot hold it
 */
export function exportPath(format: string, request: ExportRequest): string {
  refuseUnable(writerOf(format), request);
  return `/export/${format}${exportQuery(request)}`;
}
