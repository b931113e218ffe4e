import { z } from 'zod';
import {
  type ExportFile,
  type ExportRequest,
  exportPath,
  MANIFEST,
  type Output,
  type Writer,
} from '../export/index.js';
import { DemarcheError } from '../model/index.js';
import { fetchService } from './fetch-service.js';

const manifestSchema = z.object({
  '@graph': z.array(z.looseObject({ '@id': z.string(), '@type': z.string() })),
});
const fileSchema = z.object({
  '@id': z.string(),
  description: z.string(),
  encodingFormat: z.string(),
  sha256: z.string(),
  isPartOf: z.object({ '@id': z.string() }).optional(),
});

/** An export of the service that holds the embedded database; `undefined` where nothing listens any more. */
export async function servedExport(
  url: string,
  writer: Writer,
  request: ExportRequest,
  signal: AbortSignal,
): Promise<Output | undefined> {
  const [path = '', query = ''] = exportPath(writer.format, request).split('?');
  const fetched = (file?: string) =>
    ask(url, `${path}${file === undefined ? '' : `/${file}`}${query && `?${query}`}`, signal);
  const answer = await fetched(MANIFEST);
  if (!answer) return undefined;
  const manifest = manifestSchema.parse(await answer.json());
  // of a package the files, rather than the zip that a browser is given
  const files = manifest['@graph']
    .flatMap((entity) => (entity['@type'] === 'File' ? [fileSchema.parse(entity)] : []))
    .filter(({ isPartOf }) => (isPartOf !== undefined) === writer.isPackage);
  const hashes = new Map(files.map((file) => [file['@id'], file.sha256]));
  return {
    isPackage: writer.isPackage,
    files: files.map(
      (file): ExportFile => ({
        name: file['@id'],
        mediaType: file.encodingFormat,
        description: file.description,
        bytes: () => bytesOf(() => fetched(writer.isPackage ? file['@id'] : undefined)),
      }),
    ),
    manifest: async (made, name) => {
      const [only] = files;
      const renamed = new Map([[manifest['@graph'][0]?.['@id'], name]]);
      if (!writer.isPackage && only && made[0]) renamed.set(only['@id'], made[0].name);
      for (const file of made) {
        const wanted = hashes.get(file.name) ?? only?.sha256;
        if (file.sha256 !== wanted) {
          throw new DemarcheError(
            'CONFLICT',
            `the data was changed while ${file.name} was exported: ask for it again`,
          );
        }
      }
      const zip = only?.isPartOf?.['@id'];
      const left = (key: string, value: unknown) => {
        if (key === 'isPartOf') return undefined;
        if (Array.isArray(value) && zip !== undefined) return value.filter((item) => item?.['@id'] !== zip);
        return typeof value === 'string' ? (renamed.get(value) ?? value) : value;
      };
      return `${JSON.stringify(manifest, left, 2)}\n`;
    },
  };
}

async function ask(url: string, path: string, signal: AbortSignal): Promise<Response | undefined> {
  const response = await fetchService(url, path, { signal }).catch((error) => {
    throw signal.aborted ? new DemarcheError('REQUEST_ABORTED', 'the request was aborted') : error;
  });
  if (!response) return undefined;
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => undefined);
  const refusal = refusalSchema.safeParse(body);
  throw new DemarcheError(
    'DATABASE_UNAVAILABLE',
    refusal.success ? (refusal.data.errors[0]?.message ?? '') : `${url}${path} answers ${response.status}`,
  );
}
const refusalSchema = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

async function* bytesOf(fetched: () => Promise<Response | undefined>): AsyncGenerator<Uint8Array> {
  const response = await fetched();
  if (!response?.body) throw new DemarcheError('DATABASE_UNAVAILABLE', 'the service has gone away');
  try {
    yield* response.body as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new DemarcheError('DATABASE_UNAVAILABLE', 'the service broke off', { cause: error });
  }
}
