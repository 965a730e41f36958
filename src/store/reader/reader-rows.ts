/** The rows that the read side of the store reads. */

export interface ReleaseRow {
  id: string;
  version: string | null;
  date: string | null;
}

export interface ServiceRow {
  readonly id: string;
  readonly title: string;
  readonly uid: string | null;
  readonly state: string;
  readonly since: string;
}

export interface ServiceReleaseRow {
  readonly service: string;
  readonly release: string;
  readonly status: string;
  readonly counts: string;
  readonly sources: string;
}

export interface NoteRow {
  readonly service: string;
  readonly release: string;
  readonly category: string | null;
  readonly text: string;
}
