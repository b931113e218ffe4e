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

/** The version of the data, by Semantic Versioning: `1.0.0`, or `1.0.0+modified` where it was changed since. */
export function versionOf(state: DatasetState): string | null {
  const { seedVersion } = state;
  return seedVersion !== null && isModified(state) ? `${seedVersion}+modified` : seedVersion;
}

/**
 * The SPDX id of the terms of the records, where they are known: of what was added to the dataset nobody has said under
 * which terms it is.
 */
export function licenceOf(state: DatasetState): string | null {
  return state.seedVersion === null || isModified(state) ? null : LICENCE;
}

/** The terms of the records, for people. */
export function termsOf(state: DatasetState): string {
  if (state.seedVersion === null) return 'The terms of this corpus are not recorded.';
  const seed = `The records of the dataset, version ${state.seedVersion}, are under ${LICENCE}; quotations remain their sources’.`;
  return isModified(state) ? `${seed} The terms of what was added or changed since are not recorded.` : seed;
}

/** How to cite the data; `null` for a corpus of one's own. */
export function citationOf(state: DatasetState): string | null {
  const { seedVersion, revision } = state;
  if (seedVersion === null) return null;
  if (isModified(state)) {
    return `${TITLE} (version ${seedVersion}, ${LICENCE}, with changes to revision ${revision}) [Data set].`;
  }
  return `${TITLE} (version ${seedVersion}) [Data set]. ${LICENCE}.`;
}
