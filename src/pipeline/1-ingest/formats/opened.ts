import type { SkippedPart } from '../../../engine/api';
import type { Content } from './bytes';

/** One table of a file, ready to be added. */
export interface Opened {
  /** The file's own name, or `archive.zip/member.csv`, `book.xlsx/Sheet1`. */
  name: string;
  content: Content;
  /** Rolecall wrote it: commas, `""` for a quote, the header first, and numbers with a point. */
  isWritten: boolean;
  /** Records that could not be written; they still count. */
  broken?: readonly BrokenRecord[];
  /** Lines of the file above its header, which are no part of the content. */
  above?: readonly string[];
  /** Bytes of the file as it lay there, where the content is another. */
  bytes?: number;
}

/** A record that can't be read, by its number from 1 in its file. */
export interface BrokenRecord {
  record: number;
  text: string;
  reason: string;
}

/** What a file holds: its tables, and what of it is none. */
export interface Opening {
  parts: Opened[];
  /** Tables without any known column, which are loaded only when somebody says what they hold; `skipped` names them too. */
  strangers?: Opened[];
  skipped: SkippedPart[];
}
