/** The terms of the records of the dataset that ships with Demarche (seed/LICENSE); quotations remain their sources'. */
const LICENCE = 'CC-BY-4.0';
const TITLE = 'Demarche: the JCPOA and UN snapback, 2013 to 2025';

/** What a graph knows of the dataset it began with; `null` in a corpus of one's own. */
export interface DatasetState {
  readonly seedVersion: string | null;
  readonly seedRevision: number | null;
  readonly revision: number;
}

/** Whether records were added or changed since the dataset was loaded. */
export function isModified({ seedRevision, revision }: DatasetState): boolean {
  return seedRevision !== null && revision > seedRevision;
}

/** The SPDX id of the terms of the records, where they are known. */
export function licenceOf({ seedVersion }: DatasetState): string | null {
  return seedVersion === null ? null : LICENCE;
}

/** How to cite the data; `null` for a corpus of one's own. */
export function citationOf(state: DatasetState): string | null {
  const { seedVersion, revision } = state;
  if (seedVersion === null) return null;
  const changes = isModified(state) ? `, with changes to revision ${revision}` : '';
  return `${TITLE} (version ${seedVersion}${changes}) [Data set]. ${LICENCE}.`;
}
