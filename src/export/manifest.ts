import { citationOf, licenceOf, termsOf, VERSION, versionOf } from '../model/index.js';
import type { Export } from './export.js';
import type { ExportRequest } from './request.js';
import type { Tally } from './tally.js';
import type { Output } from './write-files.js';

/** A file that was written, as the manifest has it. */
export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly bytes: number;
  /** hexadecimal */
  readonly sha256: string;
  /** the name of the archive that it is in */
  readonly partOf?: string;
}

/** What the manifest of files in a folder is called; of a single file it begins with the file's name and a dash. */
export const MANIFEST = 'ro-crate-metadata.json';

/**
 * The manifest of an export that was written whole, as an RO-Crate (https://w3id.org/ro/crate/1.2): what was asked for,
 * of which data, what came of it, under which terms, and how it is made again.
 */
export function manifestOf(
  exported: Export,
  tally: Tally,
  files: readonly MadeFile[],
  madeAt: Date,
  name = MANIFEST,
): string {
  const { writer, request, dataset } = exported;
  const licence = licenceOf(dataset);
  const citation = citationOf(dataset);
  const version = versionOf(dataset);
  const counts = Object.fromEntries(tally.counts);
  const crate = {
    '@context': 'https://w3id.org/ro/crate/1.2/context',
    '@graph': [
      {
        '@id': name,
        '@type': 'CreativeWork',
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
        about: { '@id': './' },
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: `Demarche: ${titleOf(request)}`,
        description: `${writer.title}. ${citation ?? 'From a corpus of one’s own.'}`,
        datePublished: madeAt.toISOString(),
        ...(version !== null && { version }),
        license: licence === null ? { '@id': '#licence' } : { '@id': `https://spdx.org/licenses/${licence}` },
        ...(citation !== null && { creditText: citation }),
        identifier: { '@id': '#content' },
        hasPart: files.map((file) => ({ '@id': file.name })),
        mentions: { '@id': '#export' },
      },
      ...files.map((file) => ({
        '@id': file.name,
        '@type': 'File',
        description: file.description,
        encodingFormat: file.mediaType,
        contentSize: String(file.bytes),
        sha256: file.sha256,
        ...(file.partOf !== undefined && { isPartOf: { '@id': file.partOf } }),
      })),
      {
        '@id': '#export',
        '@type': 'CreateAction',
        name: 'Export',
        description: commandOf(exported),
        instrument: { '@id': '#software' },
        object: [{ '@id': '#request' }, { '@id': '#revision' }],
        result: files.map((file) => ({ '@id': file.name })),
        endTime: madeAt.toISOString(),
      },
      { '@id': '#software', '@type': 'SoftwareApplication', name: 'Demarche', softwareVersion: VERSION },
      property('#request', 'What was asked for', JSON.stringify(request)),
      property('#revision', 'Revision of the data in that database', String(dataset.revision)),
      property(
        '#content',
        'SHA-256 of the content, whatever the format and the database',
        tally.contentHash(),
      ),
      property('#counts', 'How many of each', JSON.stringify(counts)),
      licence === null
        ? {
            '@id': '#licence',
            '@type': 'CreativeWork',
            name: termsOf(dataset),
          }
        : {
            '@id': `https://spdx.org/licenses/${licence}`,
            '@type': 'CreativeWork',
            name: licence,
            description: termsOf(dataset),
          },
    ],
  };
  return `${JSON.stringify(crate, null, 2)}\n`;
}

function property(id: string, name: string, value: string): object {
  return { '@id': id, '@type': 'PropertyValue', name, value };
}

function titleOf(request: ExportRequest): string {
  switch (request.what) {
    case 'neighbourhood':
      return `the neighbourhood of ${request.ids.join(', ')} to distance ${request.depth}`;
    case 'statements':
      return request.filter ? 'a table of selected statements' : 'the table of statements';
    case 'network':
      return 'a discourse network';
    case 'graph':
      return request.filter ? 'the graph of selected statements' : 'the whole graph';
  }
}

/** The command that makes the same files from the same data. */
function commandOf({ writer, request }: Pick<Export, 'writer' | 'request'>): string {
  const flags = [`--format ${writer.format}`];
  if (request.what === 'neighbourhood') {
    flags.push(`--ids ${request.ids.join(',')}`, `--depth ${request.depth}`);
  } else if (request.what === 'network') {
    flags.push('--what network', `--network ${quoted(JSON.stringify(request.network))}`);
  } else {
    if (request.what === 'statements') flags.push('--what statements');
    if (request.filter) flags.push(`--filter ${quoted(JSON.stringify(request.filter))}`);
  }
  return `npx demarche export ${flags.join(' ')} --out NAME`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** An export with its tally, ready to be written with its manifest. */
export function exportOutput(exported: Export, tally: Tally): Output {
  return {
    isPackage: exported.writer.isPackage,
    files: exported.files,
    manifest: async (files, name) => manifestOf(exported, tally, files, new Date(), name),
  };
}
