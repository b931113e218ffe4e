import type { NetworkContent } from './network/content.js';
import type { Content } from './read/content.js';
import type { Carried } from './read/select.js';

/**
 * What every format is: one file under `writers/`, the same skeleton for all. A writer makes bytes of what it is given,
 * piece by piece, and keeps nothing of what it has written.
 */
export interface Writer {
  /** as it is named in addresses and on the command line */
  readonly format: string;
  /** for people */
  readonly title: string;
  /** what it takes of the graph: its elements or its records, and the table of statements where it has `rows` */
  readonly carries: readonly Carried[];
  /** of a download: the file itself, or a zip of several */
  readonly extension: string;
  readonly mediaType: string;
  /** whether it makes several files, which are kept in a folder or a zip */
  readonly isPackage: boolean;
  files(content: Content, about: About): readonly WrittenFile[];
  /** the files of a discourse network, where it writes those */
  network?(network: NetworkContent, about: About): readonly WrittenFile[];
}

export interface WrittenFile {
  readonly name: string;
  readonly mediaType: string;
  /** for people: what is in it */
  readonly description: string;
  /** each time from the beginning; in UTF-8 where it gives strings */
  write(): AsyncIterable<string | Uint8Array>;
}

/** What files may say of what they hold: nothing that differs between two databases with the same data. */
export interface About {
  /** of networks none */
  readonly carried: Carried | undefined;
  readonly title: string;
  /** of the dataset that the graph began with, if it did */
  readonly version: string | undefined;
  /** SPDX, where one holds for all of it */
  readonly licence: string | undefined;
  /** for people: under which terms it is */
  readonly terms: string;
  /** where all of the graph is there: the dataset it began with, and whether it was changed since */
  readonly seed?: { readonly version: string; readonly isChanged: boolean };
}
